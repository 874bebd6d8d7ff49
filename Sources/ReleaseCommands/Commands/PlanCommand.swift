package import ArgumentSyntax
internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
package import SemanticVersions
internal import StrictJSON

/// `release plan`: what would be released, and why.
struct PlanCommand: Command {
  var component: String?
  var isForAll = false
  var channel: String?
  var revision = "HEAD"
  var from: String?
  var releaseAs: Version?
  var explains = false
  var preview: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "plan", "Say what would be released, and why", in: .maintainers,
    [
      .option("--component", \.component, "name", "The component of a repository that holds several"),
      .flag("--all", \.isForAll, "Plan every component"),
      .option("--channel", \.channel, "name", "The channel; default: the branch's"),
      .option("--at", \.revision, "rev", "The commit that would be released; default: HEAD"),
      .option("--from", \.from, "tag", "Count from this release instead of the last one"),
      .option("--release-as", \.releaseAs, "version", "The version that is wanted"),
      .flag("--explain", \.explains, "Say of every commit what became of it"),
      .option("--preview", \.preview, "message", "Plan as if a commit with this message were merged"),
    ],
    discussion: """
      Prints the next version alone on the first line, or nothing when there is nothing to release. The version is \
      computed from the commits between the last release that the commit can reach and the commit itself.
      """,
    examples: ["release plan", "release plan --explain", "release plan --json | jq -r .next"],
    exits: [.done, .refused, .usage, .environment], exclusions: [["--all", "--component"]])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    // A plan needs no trust root; one that does not hold is told of by whatever judges by it.
    let project = try workspace.project(trust: try? session.trustIfAny(of: workspace)?.current)
    guard isForAll, !workspace.configuration.components.isEmpty else {
      return try PlanReport(try plan(component, in: workspace, session), project: project).answer(
        explaining: explains)
    }
    let reports = try workspace.configuration.components.map {
      PlanReport(try plan($0.name, in: workspace, session), project: project)
    }
    let lines = reports.flatMap(\.summary)
    return Answer(lines: lines, document: ["components": .array(reports.map { .object($0.document) })])
  }

  private func plan(_ component: String?, in workspace: Workspace, _ session: Session) throws -> VersionPlan {
    let history = try session.history(of: workspace, component: component, channel: channel)
    let head = try history.repository.commit(revision)
    var facts = try history.facts(at: head, from: from, asked: releaseAs)
    if let preview {
      let message = CommitMessage(parsing: preview, strict: history.planner.policy.isStrict)
      facts.commits.insert(
        CommitRecord(
          id: "preview", authorName: "", authorEmail: "", committedAt: session.now, message: message), at: 0)
    }
    return try history.planner.plan(facts)
  }
}

extension Version: ArgumentValue {
  package init(argument: String) throws(ArgumentValueError) {
    do { try self.init(parsing: argument) } catch { throw .form("a version such as 1.5.0") }
  }
}
