package import ReleaseManifests

/// A promotion or a rollback under way, as a value: what it is for and how far it has come.
///
/// `decide` takes in what was observed and says what to do next; nothing here touches the world. Applying is idempotent,
/// so one that was killed goes on from its beginning: it cannot know whether the service took notice.
package struct Rollout: Hashable, Sendable {
  /// Whether it goes forward or back.
  package let direction: Direction
  /// The release that is to run.
  package let intended: ReleaseReference
  /// The release to return to when it does not; nil when there was none.
  package let fallback: ReleaseReference?
  /// How far it has come.
  package internal(set) var phase: Phase

  /// Forward or back.
  package enum Direction: Hashable, Sendable { case promotion, rollback }

  /// How far a rollout has come.
  package enum Phase: Hashable, Sendable {
    case planned, applying, identifying, checking
    case restoring(Failure), identifyingRestored(Failure), checkingRestored(Failure)
    case ended(Outcome)
  }

  /// Why the intended release does not stay.
  package enum Failure: Hashable, Sendable {
    /// The target could not take it.
    case apply(reason: String)
    /// Something else runs than what was applied; nil: nothing.
    case identity(found: RunningRelease?)
    /// Checks have failed.
    case checks([CheckResult])
    /// Somebody asked to stop.
    case aborted
  }

  /// How a rollout ends.
  package enum Outcome: Hashable, Sendable {
    /// The intended release runs and is healthy.
    case succeeded
    /// It did not stay, and what ran before runs again and is healthy.
    case restored(Failure)
    /// It did not stay, and neither could what ran before be brought back: a person must look.
    case stopped(Failure, restoring: Failure?)
  }

  /// Plans a rollout.
  package init(_ direction: Direction, to intended: ReleaseReference, fallback: ReleaseReference?) {
    self.direction = direction
    self.intended = intended
    self.fallback = fallback
    phase = .planned
  }
}
