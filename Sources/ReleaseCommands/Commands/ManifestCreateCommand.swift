internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release manifest create`: the statement, not signed.
struct ManifestCreateCommand: Command {
  var tag: String?
  var channel: String?
  var component: String?
  var output: String?
  var isDryRun = false
  var contents = ContentsOptions()
  var ledger = LedgerOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "manifest create", "Write the manifest of a tag, not signed", in: .evidence,
    [
      .option("--tag", \.tag, "tag", "The release's tag", required: true),
      .option("--channel", \.channel, "name", "The channel; default: as the version says"),
      .option("--component", \.component, "name", "The component of a repository that holds several"),
      .option("--output", \.output, "file", "Write to a file instead of stdout"),
      .flag("--dry-run", \.isDryRun, "Print it and write no file"),
    ] + ContentsOptions.lifted(at: \.contents) + LedgerOptions.lifted(at: \.ledger),
    discussion: "The same inputs give the same bytes.",
    examples: ["release manifest create --tag v1.5.0 --artifact dist/app.tar.gz --output manifest.json"])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let history = try session.history(of: workspace, component: component, channel: nil)
    let tag = tag ?? ""
    let trust = try session.trustIfAny(of: workspace)
    let state = try trust.map { try ledger.source(in: workspace, trust: $0, session).snapshot().state }
    let commit = try history.repository.commit("refs/tags/\(tag)")
    let collected = try await contents.collect(in: workspace, session)
    let draft = ManifestDraft(
      workspace: workspace, history: history, commit: commit, tag: tag, contents: collected, channel: channel,
      project: try workspace.project(trust: trust?.current), ledger: state)
    let manifest = try draft.manifest()
    try ImageRules(configuration: workspace.configuration, console: session.console)
      .check(collected.images, commit: commit, version: manifest.version)
    let envelope = manifest.statement.envelope
    let document: JSONObject = [
      "manifest_digest": .string(envelope.payloadDigest.hex), "output": JSONValue(output),
      "manifest": .object(manifest.predicate),
    ]
    guard let output, !isDryRun else { return Answer(bytes: envelope.payload, document: document) }
    try session.world.files.put(envelope.payload, at: session.path(output))
    return Answer("\(output, as: .path)", document: document)
  }
}
