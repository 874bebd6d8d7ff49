internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions

/// `release cut`: from commits to a sealed release.
struct CutCommand: Command {
  var plan: String?
  var channel: String?
  var component: String?
  var releaseAs: Version?
  var contents = ContentsOptions()
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var pushes = false
  var remote = "origin"
  var isOffline = false
  var isTagOnly = false
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "cut", "Cut a release: changelog, commit, tag, signed manifest, ledger entry", in: .maintainers,
    [
      .option("--plan", \.plan, "file", "Cut the plan that `release plan --output` wrote, if it still holds"),
      .option("--channel", \.channel, "name", "The channel; default: the branch's"),
      .option("--component", \.component, "name", "The component of a repository that holds several"),
      .option("--release-as", \.releaseAs, "version", "The version that is wanted"),
    ] + ContentsOptions.lifted(at: \.contents) + LedgerOptions.lifted(at: \.ledger)
      + SigningOptions.lifted(at: \.signing) + [
        .flag("--push", \.pushes, "Push commit and tag, both or none"),
        .option("--remote", \.remote, "name", "The remote that is asked and pushed to"),
        .flag("--offline", \.isOffline, "Do not ask the remote whether it is ahead or has the tag"),
        .flag("--tag-only", \.isTagOnly, "Stop at the tag; `release seal` does the rest after the build"),
        .flag("--dry-run", \.isDryRun, "Print the plan and change nothing"),
      ],
    discussion: """
      Refuses a dirty tree, a detached head, a shallow clone that does not reach the last release, a remote that is \
      ahead and a tag that exists elsewhere. Whatever fails leaves branch, tags, index and work tree as they were. \
      Run again on the same commit it finds the same release and changes nothing.
      """,
    examples: [
      "release cut --dry-run", "release cut --key release.pem --artifact dist/app.tar.gz --push",
      "release cut --tag-only --push",
    ], exits: [.done, .refused, .usage, .environment, .halfway],
    exclusions: [
      ["--push", "--offline"], ["--plan", "--channel"], ["--plan", "--component"],
      ["--plan", "--release-as"],
    ])

  /// Reads the plan that was named.
  func pinnedPlan(_ session: Session) throws -> PinnedPlan? {
    try plan.map { try PinnedPlan(parsing: session.world.files.read(session.path($0), limit: 64 << 20)) }
  }

  func run(in session: Session) async throws -> Answer {
    let cutting = try Cutting(self, in: session)
    guard let prepared = try await cutting.prepare() else {
      return try await cutting.answerWhenNothingMoves()
    }
    if isDryRun {
      let patch = CutPatch(
        files: session.world.files, subprocesses: session.world.subprocesses,
        environment: session.childEnvironment)
      return try CutAnswer.planned(prepared.plan, patch: patch.text(of: prepared.plan.files))
    }
    return try CutAnswer.done(
      prepared.plan, cutting.perform(prepared), next: pushes ? nil : "git push --follow-tags", session)
  }
}
