internal import Dispatch
internal import Synchronization

/// A call that blocks its thread, on a thread of its own, and the task that waits for it.
final class BlockingCall<Outcome: Sendable>: Sendable {
  private enum State {
    case new
    case awaited(CheckedContinuation<Outcome?, Never>)
    case over
  }

  private let state = Mutex(State.new)

  private init() {}

  /// Returns what a call returns, or `nil` as soon as the task is cancelled: nobody hears then how the call ends.
  static func outcome(of call: @escaping @Sendable () -> Outcome) async -> Outcome? {
    let waiting = BlockingCall()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting.start(call, $0) }
    } onCancel: {
      waiting.end(nil)
    }
  }

  private func start(
    _ call: @escaping @Sendable () -> Outcome, _ continuation: CheckedContinuation<Outcome?, Never>
  ) {
    let isOver = state.withLock { state in
      if case .over = state { return true }
      state = .awaited(continuation)
      return false
    }
    if isOver { return continuation.resume(returning: nil) }
    // A serial queue gets a thread whenever it needs one. Those of a concurrent queue are few and shared with tasks.
    DispatchQueue(label: "HTTPTransport").async { self.end(call()) }
  }

  /// Ends the wait, once; what comes later is dropped.
  private func end(_ outcome: Outcome?) {
    let continuation: CheckedContinuation<Outcome?, Never>? = state.withLock { state in
      defer { state = .over }
      guard case .awaited(let continuation) = state else { return nil }
      return continuation
    }
    continuation?.resume(returning: outcome)
  }
}
