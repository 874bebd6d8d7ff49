internal import ConventionalCommits
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// A plan as people and programs read it.
struct PlanReport {
  private let plan: VersionPlan
  private let project: String

  init(_ plan: VersionPlan, project: String) {
    self.plan = plan
    self.project = project
  }

  func answer(explaining: Bool) throws -> Answer {
    var lines = plan.next.map { [$0.description] } ?? []
    if explaining { lines += explanation }
    return Answer(lines: lines, document: document)
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
    object["from_commit"] = JSONValue(plan.base?.commit)
    object["head_commit"] = .string(plan.headCommit)
    object["commit_count"] = JSONValue(plan.commits.count)
    object["reasons"] = .array(plan.reasons.map(Self.reason))
    object["commits"] = .array(plan.commits.map(Self.commit))
    return object
  }

  private static func reason(_ account: AccountedCommit) -> JSONValue {
    let message = account.commit.message
    return [
      "commit": .string(account.commit.id), "type": JSONValue(message.header?.type),
      "scope": JSONValue(message.header?.scope), "breaking": .bool(message.isBreaking),
      "bump": .string(account.bump.rawValue),
      "description": .string(message.header?.description ?? message.subject),
    ]
  }

  private static func commit(_ account: AccountedCommit) -> JSONValue {
    [
      "commit": .string(account.commit.id), "subject": .string(account.commit.message.subject),
      "outcome": .string(account.outcome.rawValue), "because": .string(PlanWording.because(account)),
    ]
  }

  private var explanation: [String] {
    let origin = PlanWording.origin(of: plan)
    let rows = plan.commits.map { account in
      let id = account.commit.id.prefix(7)
      return
        "  \(id)  \(account.outcome.rawValue)  \(account.commit.message.subject)  (\(PlanWording.because(account)))"
    }
    return [origin] + rows
  }
}
