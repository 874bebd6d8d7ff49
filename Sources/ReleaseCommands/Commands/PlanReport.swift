internal import ConventionalCommits
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// A plan as people and programs read it.
struct PlanReport: Sendable {
  private let plan: VersionPlan
  private let policy: VersionPolicy
  private let project: String

  init(_ plan: VersionPlan, policy: VersionPolicy, project: String) {
    self.plan = plan
    self.policy = policy
    self.project = project
  }

  func answer(explaining: Bool) -> Answer {
    Answer(lines: (plan.next.map { [$0.description] } ?? []) + (explaining ? explanation : [])) { document }
  }

  /// One line: the component and its next version.
  var summary: [String] {
    ["\(plan.component ?? project) \(plan.next?.description ?? "-")"]
  }

  var document: JSONObject {
    var object: JSONObject = ["project": .string(project), "component": JSONValue(plan.component)]
    object["channel"] = .string(plan.channel.name)
    object["current"] = JSONValue(plan.base?.version.description)
    object["next"] = JSONValue(plan.next?.description)
    object["bump"] = .string(plan.bump.rawValue)
    object["tag"] = JSONValue(plan.tag)
    object["from_commit"] = JSONValue(plan.base?.commit.description)
    object["head_commit"] = .string(plan.headCommit.description)
    object["commit_count"] = JSONValue(plan.commits.count)
    object["dependencies"] = .array(plan.dependencies.map(Self.dependency))
    object["reasons"] = .array(plan.reasons.map(reason))
    object["commits"] = .array(plan.commits.map(Self.commit))
    return object
  }

  private func reason(_ account: AccountedCommit) -> JSONValue {
    let commit = account.commit
    return [
      "commit": .string(commit.id.description), "type": JSONValue(commit.kind.type),
      "scope": JSONValue(commit.kind.scope),
      "breaking": .bool(commit.kind.breaking.counts(strict: policy.isStrict)),
      "bump": .string(account.bump.rawValue), "description": .string(Self.description(of: commit)),
    ]
  }

  private static func description(of commit: CommitReading) -> String {
    CommitMessage(parsing: commit.subject).header?.description ?? commit.subject
  }

  private static func commit(_ account: AccountedCommit) -> JSONValue {
    [
      "commit": .string(account.commit.id.description), "subject": .string(account.commit.subject),
      "outcome": .string(account.outcome.rawValue), "because": .string(PlanWording.because(account)),
    ]
  }

  private static func dependency(_ dependency: VersionPlan.Dependency) -> JSONValue {
    [
      "component": .string(dependency.component), "version": .string(dependency.version.description),
      "pending": .bool(dependency.isPending),
    ]
  }

  /// Where the version comes from, and a line for each commit.
  var explanation: [String] {
    let dependencies = plan.dependencies.map { "  built from \(PlanWording.dependency($0))" }
    let commits = plan.commits.map { account in
      let id = PlanWording.short(account.commit.id)
      return
        "  \(id)  \(account.outcome.rawValue)  \(account.commit.subject)  (\(PlanWording.because(account)))"
    }
    return [PlanWording.origin(of: plan)] + dependencies + commits
  }
}
