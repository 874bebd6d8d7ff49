package import ArgumentSyntax
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
  var revision: String?
  var from: String?
  var releaseAs: Version?
  var explains = false
  var output: String?
  var preview: String?
  var replays = false
  var fits = false
  var remote: String?
  var isOffline = false
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "plan", "Say what would be released, and why", in: .maintainers,
    [
      .option("--component", \.component, "name", "The component of a repository that holds several"),
      .flag("--all", \.isForAll, "Plan every component, from one pass over the history"),
      .option("--channel", \.channel, "name", "The channel; default: the branch's"),
      .option("--at", \.revision, "rev", "The commit that would be released; default: HEAD"),
      .option("--from", \.from, "tag", "Count from this release instead of the last one"),
      .option("--release-as", \.releaseAs, "version", "The version that is wanted"),
      .flag("--explain", \.explains, "Say of every commit what became of it"),
      .option("--output", \.output, "file", "Write the plan down, for `release cut --plan`"),
      .option("--preview", \.preview, "message", "Plan as if a commit with this message were merged"),
      .flag("--replay", \.replays, "Derive every release of the history again, and compare"),
      .flag("--fit", \.fits, "With --replay: try every preset and name the one that fits best"),
      .option("--remote", \.remote, "name", "The remote that is asked for its release tags; default: origin"),
      .flag("--offline", \.isOffline, "Ask no remote"),
      .flag("--dry-run", \.isDryRun, "With --output: write nothing"),
    ],
    discussion: """
      Prints the next version alone on the first line, or nothing when there is nothing to release. The version is \
      computed from the commits between the last release that the commit can reach and the commit itself. Refuses \
      where it would have to guess: a shallow clone, missing or ambiguous tags, a detached head, a version that is \
      taken here or on the remote.
      """,
    examples: [
      "release plan", "release plan --explain", "release plan --json | jq -r .next",
      "release plan --preview 'feat: search'", "release plan --replay --fit",
    ],
    exits: [.done, .refused, .usage, .environment],
    exclusions: [
      ["--all", "--component"], ["--all", "--from"], ["--all", "--release-as"], ["--all", "--output"],
      ["--all", "--preview", "--replay"], ["--replay", "--output"], ["--replay", "--from"],
      ["--replay", "--release-as"], ["--preview", "--output"], ["--at", "--output"], ["--from", "--output"],
      ["--remote", "--offline"],
    ])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    // A plan needs no trust root; one that does not hold is told of by whatever judges by it.
    let project = try workspace.project(trust: try? session.trustIfAny(of: workspace)?.current)
    if fits, !replays { throw NotSupported("--fit without --replay") }
    if replays { return try replay(workspace, session, project) }
    try requireBranch(in: workspace, session)
    if isForAll { return try planAll(workspace, session, project) }
    let planned = try plan(in: workspace, session)
    let policy = workspace.configuration.version
    let report = PlanReport(
      planned.plan, policy: policy, project: project, ignoredTags: planned.gathered.foreignTags)
    for warning in PlanWording.warnings(planned.plan, policy) { session.console.warning("\(warning)") }
    if let output { try write(planned, report, to: session.path(output), session) }
    return report.answer(explaining: explains)
  }

  private func plan(in workspace: Workspace, _ session: Session) throws -> Planning.Planned {
    let planning = Planning(workspace: workspace, session: session, channel: channel)
    return try planning.plan(
      component, at: revision ?? "HEAD", from: from, asked: releaseAs, preview: preview,
      asking: askedRemote(in: workspace))
  }

  /// The remote that is asked: `origin` when there is one, or the one that was named.
  private func askedRemote(in workspace: Workspace) throws -> String? {
    if let remote, try workspace.repository().remoteURL(remote) == nil { throw CutRefusal.noRemote(remote) }
    return isOffline || preview != nil ? nil : remote ?? "origin"
  }

  private func planAll(_ workspace: Workspace, _ session: Session, _ project: String) throws -> Answer {
    let planning = Planning(workspace: workspace, session: session, channel: channel)
    let reports = try planning.all(at: revision ?? "HEAD", asking: askedRemote(in: workspace))
      .map { PlanReport($0, policy: workspace.configuration.version, project: project) }
    let rows = reports.flatMap { explains ? $0.summary + $0.explanation : $0.summary }
    return Answer(lines: rows) { ["components": .array(reports.map { .object($0.document) })] }
  }

  private func replay(_ workspace: Workspace, _ session: Session, _ project: String) throws -> Answer {
    let history = try session.history(of: workspace, component: component, channel: channel)
    let replay = try history.replay(at: revision ?? "HEAD", session.progress("reading commits"))
    return ReplayReport(replay, history: history, project: project).answer(fitting: fits)
  }

  /// Where the branch decides what is released, or the head is all there is to go by, there has to be one.
  private func requireBranch(in workspace: Workspace, _ session: Session) throws {
    guard channel == nil, preview == nil, try session.branch(of: workspace) == nil else { return }
    guard revision != nil, workspace.configuration.channels.isEmpty else {
      // An empty repository has no head that could be detached.
      _ = try workspace.repository().commit(revision ?? "HEAD")
      throw PlanRefusal.detachedHead
    }
  }

  private func write(
    _ planned: Planning.Planned, _ report: PlanReport, to path: String, _ session: Session
  ) throws {
    guard !isDryRun else { return }
    let pinned = PinnedPlan(
      planned.plan, channel: channel, branch: try session.branch(of: session.workspace()),
      answer: report.digest, remote: planned.remote)
    var document: JSONObject = ["schema": 1]
    document.append(contentsOf: report.document)
    document["pins"] = .object(pinned.pins)
    if let there = try session.world.files.status(path), there.kind != .file {
      throw FileError.notRegular(path: path, kind: there.kind)
    }
    try session.world.files.put(JSONValue.object(document).prettyBytes, at: path)
  }
}

extension Version: ArgumentValue {
  package init(argument: String) throws(ArgumentValueError) {
    do { try self.init(parsing: argument) } catch { throw .form("a version such as 1.5.0") }
  }
}
