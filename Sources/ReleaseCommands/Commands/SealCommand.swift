internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// `release seal`: the CI job's part, on the tag's checkout after the build.
struct SealCommand: Command {
  var tag = ""
  var channel: String?
  var component: String?
  var contents = ContentsOptions()
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "seal", "Seal a tag: signed manifest and ledger entry", in: .maintainers,
    [
      .positional("tag", \.tag, "The release's tag"),
      .option("--channel", \.channel, "name", "The channel; default: as the version says"),
      .option("--component", \.component, "name", "The component of a repository that holds several"),
    ] + ContentsOptions.lifted(at: \.contents) + LedgerOptions.lifted(at: \.ledger)
      + SigningOptions.lifted(at: \.signing) + [
        .flag("--dry-run", \.isDryRun, "Print the plan and change nothing")
      ],
    discussion: """
      The same inputs find the same manifest, so it is safe to run again. Other inputs for a tag that is sealed \
      already are refused.
      """,
    examples: ["release seal v1.5.0 --artifact dist/app.tar.gz --key env:RELEASE_SIGNING_KEY"],
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let history = try session.history(of: workspace, component: component, channel: nil)
    let commit = try history.repository.commit("refs/tags/\(tag)")
    let preparation = try await SealPreparation(
      workspace: workspace, history: history, contents: contents, ledger: ledger, signing: signing,
      session: session)
    let manifest = try preparation.draft(commit: commit, tag: tag, channel: channel).manifest()
    try preparation.requireImages(of: manifest.version, from: commit)
    if isDryRun {
      let actions = preparation.sealer.plan(for: manifest.version, component: manifest.component)
      return Answer(
        lines: actions.map(ActionWording.sentence),
        document: ["dry_run": true, "actions": .array(actions.map { .string($0.name) })])
    }
    return CutAnswer.sealed(try preparation.sealer.seal(manifest), tag: tag)
  }
}
