package import StrictJSON

/// The time of day, and the passing of time.
package protocol WallClock: Sendable {
  /// Returns the time of day.
  func now() -> Timestamp

  /// Waits.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  func sleep(for seconds: Double) async throws(CancellationError)

  /// Returns nanoseconds since an instant of the clock's own; they never run backwards.
  func uptimeNanoseconds() -> UInt64
}

extension WallClock {
  package func sleep(for seconds: Double) async throws(CancellationError) {
    // A century is for ever, and still a number that the conversion takes; what is no number is no wait.
    let seconds = seconds > 0 ? min(seconds, 3e9) : 0
    do {
      try await Task.sleep(for: .seconds(seconds))
    } catch {
      throw CancellationError()
    }
  }

  package func uptimeNanoseconds() -> UInt64 { monotonicNanoseconds() }
}
