internal import ArgumentSyntax
internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// `release init`: a configuration that fits the repository's own history.
struct InitCommand: Command {
  var isInteractive = false
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "init", "Write a release.json that fits the repository's own history", in: .maintainers,
    [
      .flag("--interactive", \.isInteractive, "Not supported: nothing is asked"),
      .flag("--dry-run", \.isDryRun, "Print the file and write nothing"),
    ],
    discussion: """
      Looks at the tags for the form of their names, and derives every release again under each preset: the one that \
      gives most of the versions that were really published is written down.
      """,
    examples: ["release init --dry-run", "release init && release plan --replay"],
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    guard !isInteractive else { throw NotSupported("init --interactive") }
    let workspace = try session.workspace()
    let repository = try workspace.repository()
    let path = "\(workspace.root)/release.json"
    guard workspace.facts?.isBare == false else { throw CutRefusal.bareRepository }
    if !isDryRun, try session.world.files.status(path) != nil { throw FileError.exists(path: path) }
    let patterns = TagStyle.patterns(of: try repository.tags().map(\.name))
    let fit = try fit(patterns.first?.pattern, workspace, session.progress("reading commits"))
    let draft = ConfigurationDraft(
      project: try workspace.project(trust: nil), tag: patterns.first?.pattern.text, fit: fit,
      versionFiles: try versionFiles(in: workspace, session))
    for other in patterns.dropFirst() {
      session.console.note(
        "\(other.count) tags are named like `\(other.pattern.text)`: a component, perhaps; see `components`")
    }
    if !isDryRun { try session.world.files.create(Array(draft.text.utf8), at: path, mode: 0o644) }
    return answer(draft, path)
  }

  /// The files that hold the version, as they were committed last.
  private func versionFiles(in workspace: Workspace, _ session: Session) throws -> [String] {
    let repository = try workspace.repository()
    guard let head = try repository.objects(["HEAD^{commit}"])[0] else { return [] }
    let tracked = TrackedFiles(
      repository: repository, commit: head, root: workspace.root, files: session.world.files)
    return try VersionFileOffer(tracked).files.map(\.path)
  }

  /// The policy that explains most of the history; nil where there is too little of it.
  private func fit(
    _ tag: TagPattern?, _ workspace: Workspace, _ progress: ProgressLine
  ) throws -> PolicyFit? {
    guard let tag else { return nil }
    var policy = VersionPolicy()
    policy.tag = tag
    let history = History(
      repository: try workspace.repository(), isShallow: workspace.facts?.isShallow ?? false,
      planner: VersionPlanner(policy: policy))
    let replay = try history.replay(at: "HEAD", progress)
    return replay.count == 0 ? nil : PolicyFit.ranked(replay, by: history.planner).first
  }

  private func answer(_ draft: ConfigurationDraft, _ path: String) -> Answer {
    let document: JSONObject = [
      "path": .string(path), "dry_run": .bool(isDryRun), "project": .string(draft.project),
      "tag": JSONValue(draft.tag), "version_files": JSONValue(draft.versionFiles),
      "best": draft.fit.map { .object($0.document) } ?? .null,
      "content": .string(draft.text),
    ]
    if isDryRun { return Answer(bytes: Array(draft.text.utf8), document: document) }
    let told = draft.fit.map { "\($0.agreed) of \($0.total) releases come out as they were published" }
    return Answer(lines: [path] + [told].compactMap(\.self), document: document)
  }
}
