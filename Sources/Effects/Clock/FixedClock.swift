package import StrictJSON

/// A clock that is set to a time of day and runs on from there.
package struct FixedClock: WallClock {
  private let start: Timestamp
  private let started = monotonicNanoseconds()

  /// A clock that shows `start` now.
  package init(_ start: Timestamp) { self.start = start }

  package func now() -> Timestamp {
    let elapsed = (monotonicNanoseconds() - started) / 1_000_000_000
    return Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + Int64(elapsed))
  }
}
