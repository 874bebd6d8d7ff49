internal import Dispatch
internal import Effects

/// A call that blocks its thread, on a thread of its own.
enum BlockingCall {
  /// Returns what a call returns, which is asked to end early as soon as the task is cancelled.
  static func outcome<Outcome: Sendable>(
    of call: @escaping @Sendable () -> Outcome, endedBy cancellation: Cancellation
  ) async -> Outcome {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A serial queue gets a thread whenever it needs one. Those of a concurrent queue are few, and tasks
        // share them.
        DispatchQueue(label: "HTTPTransport").async { continuation.resume(returning: call()) }
      }
    } onCancel: {
      cancellation.request()
    }
  }
}
