package import ReleaseManifests

/// What to do next in a rollout.
package enum Decision: Hashable, Sendable {
  /// Ask the target what it runs.
  case identify
  /// Make the target run a release.
  case apply(ReleaseReference)
  /// Measure the checks of what runs.
  case check(ReleaseReference)
  /// Make the target run what it ran before; nil: nothing.
  case restore(ReleaseReference?)
  /// Nothing more.
  case end(Rollout.Outcome)
}

/// What came of the last decision.
package enum Observation: Hashable, Sendable {
  /// Nothing was done yet.
  case none
  /// The target runs this; nil: nothing of ours.
  case running(RunningRelease?)
  /// The target took the release.
  case applied
  /// The target could not do it.
  case failed(reason: String)
  /// The checks came to this.
  case checked([CheckResult])
  /// Somebody asked to stop.
  case abort
}
