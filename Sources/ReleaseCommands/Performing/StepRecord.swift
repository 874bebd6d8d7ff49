internal import Effects
internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

/// A step that was taken, as it is told.
struct StepRecord: Sendable {
  let name: String
  let status: String
  let startedAt: Timestamp
  let milliseconds: Int
  let detail: String
}

/// Times a step from where it is made.
struct StepTimer {
  private let clock: any WallClock
  private let startedAt: Timestamp
  private let started: UInt64

  init(_ clock: any WallClock) {
    self.clock = clock
    startedAt = clock.now()
    started = clock.uptimeNanoseconds()
  }

  func step(_ name: String, _ status: String, _ detail: String) -> StepRecord {
    let milliseconds = Int((clock.uptimeNanoseconds() - started) / 1_000_000)
    return StepRecord(
      name: name, status: status, startedAt: startedAt, milliseconds: milliseconds, detail: detail)
  }
}

/// A release that the target holds, and the digest of what was put there.
struct PreparedRelease: Sendable {
  let manifest: VerifiedManifest
  let inventory: Digest
}
