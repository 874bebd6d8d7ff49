internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release trust init`: the first trust root of a project.
struct TrustInitCommand: Command {
  var name: String?
  var keys: [RoleValue] = []
  var thresholds: [RoleValue] = []
  var expires = TimeSpan.days(365)
  var signKeys: [KeySource] = []
  var ring = KeyRingOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "trust init", "Make the trust root: whose signatures count, and for what", in: .evidence,
    [
      .option("--project", \.name, "name", "The project", required: true),
      .option(
        "--key", \.keys, "role=pub.pem", "A key and its role; without a role it gets every role",
        required: true),
      .option(
        "--threshold", \.thresholds, "role=n", "How many keys of a role must sign; without a role: of each"),
      .option("--expires", \.expires, "span", "When it must have been renewed; default: 365d"),
      .option(
        "--sign-key", \.signKeys, "source", "Sign with this key of the role `root`: \(KeySource.forms)",
        env: "RELEASE_KEY", required: true),
    ] + KeyRingOptions.lifted(at: \.ring) + [
      .flag("--dry-run", \.isDryRun, "Print the root and change nothing")
    ],
    discussion: """
      With a threshold above 1 for `root` the root waits in `1.pending.json` for the signatures of the other holders, who \
      run `release trust update --sign-key …`, and the command ends with 4.
      """,
    examples: [
      "release trust init --project acme/shop --key release.pub.pem --sign-key release.pem",
      "release trust init --project acme/shop --key root=r.pub.pem --key release=ci.pub.pem --key ledger=ci.pub.pem --key promote:production=ops.pub.pem --sign-key r.pem",
    ], exits: [.done, .refused, .usage, .environment, .pending])

  func run(in session: Session) async throws -> Answer {
    let folder = TrustFolder(try session.workspaceWithoutGit(), session)
    return try isDryRun ? begin(folder, session) : folder.locked { try begin(folder, session) }
  }

  private func begin(_ folder: TrustFolder, _ session: Session) throws -> Answer {
    guard try folder.chain() == nil else { throw TrustProblem.exists(path: folder.path) }
    let path = try folder.proposalPath(nil, version: 1)
    guard try session.world.files.status(path) == nil else { throw TrustProblem.otherProposal(path: path) }
    var proposal = TrustProposal(try TrustDraft(self, session).root, after: nil)
    let ring = try ring.ring(session, expecting: proposal.root.keys.values.map(\.publicKey))
    try ring.sign(&proposal, with: signKeys)
    return try TrustConclusion(proposal, at: path, in: folder, isDryRun: isDryRun, now: session.now).answer()
  }
}
