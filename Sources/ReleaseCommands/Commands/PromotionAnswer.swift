internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import Rollouts
internal import SemanticVersions
internal import StrictJSON

/// What `promote`, `rollback` and `resume` answer: the same keys however it ends.
struct PromotionAnswer {
  private let release: ReleaseReference
  private let environment: String
  private let previous: ReleaseReference?

  init(_ release: ReleaseReference, in deployment: Deployment) {
    self.release = release
    environment = deployment.environment.name
    previous = deployment.snapshot.state.environment(environment).lane(of: release.component).current?.release
  }

  func refused(by obstacles: [Obstacle], pending: Bool) -> Answer {
    let sentences = obstacles.map(ObstacleWording.sentence)
    let diagnostic = Diagnostic(
      code: obstacles[0].code, problem: "\(release.version) cannot go to \(environment): \(sentences[0])",
      because: Array(sentences.dropFirst()),
      hints: [ObstacleWording.hint(obstacles[0], release, environment)],
      exit: pending ? .pending : .refused)
    return Answer(document: document(pending ? "pending" : "refused"), refusal: diagnostic)
  }

  func unchanged() -> Answer {
    Answer(lines: ["unchanged: \(environment) runs \(release.version)"], document: document("unchanged"))
  }

  func planned(_ actions: [String]) -> Answer {
    var document = document("planned")
    document["dry_run"] = true
    document["actions"] = JSONValue(actions)
    return Answer(
      lines: ["\(release.version) to \(environment), \(back)"] + actions.map { "  \($0)" }, document: document
    )
  }

  private var back: String {
    previous.map { "back to \($0.version) if it fails" } ?? "the first release there"
  }

  func ended(_ record: RolloutRecord) -> Answer {
    switch record.outcome {
    case .succeeded: succeeded(record)
    case .restored(let failure):
      Answer(document: document("rolled_back", record), refusal: restored(after: failure, record))
    case .stopped(let failure, let restoring):
      Answer(
        document: document("stopped", record),
        refusal: stopped([failure] + (restoring.map { [$0] } ?? []), record))
    }
  }

  private func succeeded(_ record: RolloutRecord) -> Answer {
    let isForward = record.direction == .promotion
    let word =
      isForward
      ? "promoted: \(environment) runs \(release.version)"
      : "rolled back: \(environment) runs \(release.version) again"
    return Answer(
      lines: ["\(word) (\(Self.seconds(record)))"],
      document: document(isForward ? "promoted" : "rolled_back", record))
  }

  private func restored(after failure: Rollout.Failure, _ record: RolloutRecord) -> Diagnostic {
    let back = previous.map { "\($0.version) was restored" } ?? "nothing ran before, and nothing runs now"
    return Diagnostic(
      code: "promotion_failed",
      problem: "\(release.version) did not stay in \(environment); \(back) (\(Self.seconds(record)))",
      because: [StepWording.failure(failure)], hints: ["see `release history \(environment)`"],
      exit: .restored)
  }

  private func stopped(_ failures: [Rollout.Failure], _ record: RolloutRecord) -> Diagnostic {
    let isForward = record.direction == .promotion
    return Diagnostic(
      code: isForward ? "restore_failed" : "rollback_failed",
      problem:
        "\(environment) needs a person: the \(isForward ? "promotion of" : "rollback to") \(release.version) stopped",
      because: failures.map(StepWording.failure),
      hints: ["see `release status \(environment)`", "go back with `release rollback \(environment)`"],
      exit: .halfway)
  }

  private static func seconds(_ record: RolloutRecord) -> String {
    "\(record.milliseconds / 1000).\(String(1000 + record.milliseconds % 1000).dropFirst()) s"
  }

  private func document(_ outcome: String, _ record: RolloutRecord? = nil) -> JSONObject {
    [
      "environment": .string(environment), "version": .string(release.version.description),
      "component": JSONValue(release.component), "manifest_digest": .string(release.manifestDigest.hex),
      "previous": previous.map { .object(Self.reference($0)) } ?? .null, "outcome": .string(outcome),
      "steps": .array((record?.steps ?? []).map(Self.step)),
      "duration_ms": JSONValue(record?.milliseconds ?? 0),
    ]
  }

  private static func reference(_ release: ReleaseReference) -> JSONObject {
    ["version": .string(release.version.description), "manifest_digest": .string(release.manifestDigest.hex)]
  }

  private static func step(_ step: StepRecord) -> JSONValue {
    [
      "name": .string(step.name), "status": .string(step.status),
      "started_at": .string(step.startedAt.description),
      "duration_ms": JSONValue(step.milliseconds), "detail": .string(step.detail),
    ]
  }
}
