internal import Effects
internal import HealthChecks
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import Rollouts
internal import SemanticVersions
internal import StrictJSON
internal import Targets

/// Asks `Rollout` what to do, does it, and writes down each outside action before and after: the only loop that changes
/// what runs.
struct RolloutDriver {
  let session: Session
  let journal: LedgerJournal
  let environment: Environment
  let target: any Target
  /// Measures the checks for a release.
  let checks: @Sendable (ReleaseReference) -> CheckRunner
  /// The releases that may be applied.
  let releases: [PreparedRelease]
  let operation: String

  /// Runs a rollout to its end.
  ///
  /// - Throws: what keeps the ledger from being written; the rollout can be resumed then.
  func run(_ start: Rollout) async throws -> (outcome: Rollout.Outcome, steps: [StepRecord]) {
    var rollout = start
    var steps: [StepRecord] = []
    var decision = rollout.decide(.none)
    while true {
      if case .end(let outcome) = decision {
        try conclude(rollout, outcome, steps)
        return (outcome, steps)
      }
      let (observation, step) = try await perform(decision, in: rollout)
      if let step { steps.append(step) }
      decision = rollout.decide(observation)
    }
  }

  private func perform(_ decision: Decision, in rollout: Rollout) async throws -> (Observation, StepRecord?) {
    let timer = StepTimer(session.world.clock)
    switch decision {
    case .identify:
      let observation = identify()
      return (observation, timer.step("identify", observation.status, observation.detail ?? ""))
    case .apply(let release):
      let observation = try journalled("apply", rollout) { () throws(TargetError) in try apply(release) }
      return (
        observation, timer.step("apply", observation.status, observation.detail ?? "\(release.version)")
      )
    case .restore(let release):
      let observation = try journalled("restore", rollout) { () throws(TargetError) in try restore(release) }
      let subject = release.map { "\($0.version)" } ?? "nothing"
      return (observation, timer.step("restore", observation.status, observation.detail ?? subject))
    case .check(let release):
      let observation = Observation.checked(try await checks(release).run(environment.checks))
      let detail = observation.detail ?? ""
      try note("check", observation.status, rollout, detail)
      return (observation, timer.step("check", observation.status, detail))
    case .end: return (.none, nil)
    }
  }

  private func identify() -> Observation {
    do { return .running(try target.running()) } catch {
      return .failed(reason: TargetWording.problem(error))
    }
  }

  private func prepared(_ release: ReleaseReference) throws(TargetError) -> PreparedRelease {
    guard let prepared = releases.first(where: { $0.manifest.digest == release.manifestDigest }) else {
      throw .artifactsNeeded
    }
    return prepared
  }

  private func apply(_ release: ReleaseReference) throws(TargetError) {
    try target.apply(prepared(release).manifest)
  }

  /// What is brought back is looked at once more, file by file.
  private func restore(_ release: ReleaseReference?) throws(TargetError) {
    guard let release else { return try target.clear() }
    let prepared = try prepared(release)
    _ = try target.prepare(prepared.manifest, from: nil, inventory: prepared.inventory)
    try target.apply(prepared.manifest)
  }

  /// The intention is on record before the world changes, the outcome after.
  private func journalled(
    _ name: String, _ rollout: Rollout, _ work: () throws(TargetError) -> Void
  ) throws -> Observation {
    try note(name, "intended", rollout, "")
    let observation: Observation
    do {
      try work()
      observation = .applied
    } catch {
      observation = .failed(reason: TargetWording.problem(error))
    }
    try note(name, observation.status, rollout, observation.detail ?? "")
    return observation
  }

  private func note(_ name: String, _ status: String, _ rollout: Rollout, _ detail: String) throws {
    session.console.step(StepWording.line(name, status, detail, in: environment.name))
    try append(.step, rollout, ["name": .string(name), "status": .string(status), "reason": .string(detail)])
  }

  private func conclude(_ rollout: Rollout, _ outcome: Rollout.Outcome, _ steps: [StepRecord]) throws {
    let isForward = rollout.direction == .promotion
    switch outcome {
    case .succeeded:
      try append(
        isForward ? .promotionSucceeded : .rollbackSucceeded, rollout, ["steps": JSONValue(steps.count)])
    case .restored(let failure):
      try append(
        .promotionFailed, rollout, ["restored": true, "reason": .string(StepWording.failure(failure))])
    case .stopped(let failure, let restoring):
      let reasons = [failure] + (restoring.map { [$0] } ?? [])
      let reason = reasons.map(StepWording.failure).joined(separator: "; then: ")
      try append(
        isForward ? .promotionFailed : .rollbackFailed, rollout,
        ["restored": false, "reason": .string(reason)])
    }
  }

  private func append(_ kind: EventKind, _ rollout: Rollout, _ detail: JSONObject) throws {
    try journal.append([
      LedgerEvent.Draft(
        kind, environment: environment.name, release: rollout.intended, operation: operation,
        at: session.world.clock.now(), actor: session.actor, detail: detail)
    ])
  }
}

extension Observation {
  /// How a step stands in journals and answers.
  fileprivate var status: String {
    switch self {
    case .failed: "failed"
    case .checked(let results): results.allSatisfy { $0.outcome == .pass } ? "done" : "failed"
    default: "done"
    }
  }

  fileprivate var detail: String? {
    switch self {
    case .failed(let reason): reason
    case .running(let running): running.map { "runs \($0.version)" } ?? "runs nothing"
    case .checked(let results): results.map(StepWording.check).joined(separator: "; ")
    default: nil
    }
  }
}
