internal import ConventionalCommits
internal import ReleaseConsole
internal import ReleasePlanning
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// A plan as people and programs read it.
struct PlanReport: Sendable {
  private let plan: VersionPlan
  private let policy: VersionPolicy
  private let project: String
  /// Tags of other forms.
  private let ignoredTags: [String]

  init(_ plan: VersionPlan, policy: VersionPolicy, project: String, ignoredTags: [String] = []) {
    self.plan = plan
    self.ignoredTags = ignoredTags
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

  /// The SHA-256 digest of the answer: it changes with any commit, message, rule or tag that the plan rests on.
  var digest: String { Digest.sha256(JSONValue.object(document).bytes).hex }

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
    object["warnings"] = .array(PlanWording.warnings(plan, policy).map { .string($0) })
    object["ignored_tags"] = .array(ignoredTags.map { .string($0) })
    return object
  }

  private func reason(_ account: AccountedCommit) -> JSONValue {
    [
      "commit": .string(account.commit.id.description), "type": JSONValue(account.kind.type),
      "scope": JSONValue(account.kind.scope),
      "breaking": .bool(account.kind.breaking.counts(strict: policy.isStrict)),
      "bump": .string(account.bump.rawValue), "description": .string(Self.description(of: account.commit)),
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
    return [PlanWording.origin(of: plan)] + dependencies + commits + PlanWording.ignored(ignoredTags)
  }
}
