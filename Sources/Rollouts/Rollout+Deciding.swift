internal import ReleaseManifests

extension Rollout {
  /// Takes in an observation and returns what to do next.
  ///
  /// A rollback is never rolled back; an observation that does not belong to the phase asks for the same thing again.
  package mutating func decide(_ observation: Observation) -> Decision {
    if observation == .abort, let decision = abort() { return decision }
    switch (phase, observation) {
    case (.planned, _): return enter(.applying)
    case (.applying, .applied): return enter(.identifying)
    case (.identifying, .running(let running)):
      return running?.isSame(as: intended) == true ? enter(.checking) : fail(.identity(found: running))
    case (.checking, .checked(let results)):
      return results.allSatisfy { $0.outcome == .pass } ? enter(.ended(.succeeded)) : fail(.checks(results))
    case (.applying, .failed(let reason)), (.identifying, .failed(let reason)):
      return fail(.apply(reason: reason))
    default: return decideRestoring(observation)
    }
  }

  private mutating func decideRestoring(_ observation: Observation) -> Decision {
    switch (phase, observation) {
    case (.restoring(let failure), .applied): return enter(.identifyingRestored(failure))
    case (.identifyingRestored(let failure), .running(let running)):
      guard isFallback(running) else { return stop(failure, .identity(found: running)) }
      return enter(fallback == nil ? .ended(.restored(failure)) : .checkingRestored(failure))
    case (.checkingRestored(let failure), .checked(let results)):
      let isHealthy = results.allSatisfy { $0.outcome == .pass }
      return isHealthy ? enter(.ended(.restored(failure))) : stop(failure, .checks(results))
    case (.restoring(let failure), .failed(let reason)),
      (.identifyingRestored(let failure), .failed(let reason)):
      return stop(failure, .apply(reason: reason))
    default: return decision
    }
  }

  /// What the phase asks for.
  private var decision: Decision {
    switch phase {
    case .identifying, .identifyingRestored: .identify
    case .planned, .applying: .apply(intended)
    case .checking: .check(intended)
    case .checkingRestored: .check(fallback ?? intended)
    case .restoring: .restore(fallback)
    case .ended(let outcome): .end(outcome)
    }
  }

  private mutating func enter(_ next: Phase) -> Decision {
    phase = next
    return decision
  }

  private mutating func fail(_ failure: Failure) -> Decision {
    direction == .promotion ? enter(.restoring(failure)) : stop(failure, nil)
  }

  private mutating func stop(_ failure: Failure, _ restoring: Failure?) -> Decision {
    enter(.ended(.stopped(failure, restoring: restoring)))
  }

  private func isFallback(_ running: RunningRelease?) -> Bool {
    guard let fallback else { return running == nil }
    return running?.isSame(as: fallback) == true
  }

  /// Abort goes back from wherever a promotion is; a rollback and a return that is under way go on.
  private mutating func abort() -> Decision? {
    switch phase {
    case .planned, .applying, .identifying, .checking:
      direction == .promotion ? fail(.aborted) : nil
    default: nil
    }
  }
}
