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
        "--sign-key", \.signKeys, "source", "Sign the root with this key", env: "RELEASE_KEY", required: true),
      .flag("--dry-run", \.isDryRun, "Print the root and change nothing"),
    ],
    examples: [
      "release trust init --project acme/shop --key release.pub.pem --sign-key release.pem",
      "release trust init --project acme/shop --key root=r.pub.pem --key release=ci.pub.pem --key ledger=ci.pub.pem --key promote:production=ops.pub.pem --sign-key r.pem",
    ], exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let path = workspace.path(workspace.configuration.trust)
    guard try session.world.files.status(path) == nil else { throw TrustProblem.exists(path: path) }
    let root = try TrustDraft(self, session).root
    var envelope = root.envelope
    for key in try signKeys.map(session.privateKey) { try envelope.sign(with: key) }
    let bytes = envelope.bytes
    _ = try TrustChain(anchor: bytes)
    if !isDryRun {
      let folder = PathText.folder(of: path)
      try session.world.files.makeDirectory(folder)
      try session.world.files.write(bytes, to: "\(folder)/1.root.json", mode: 0o644)
      try session.world.files.write(bytes, to: path, mode: 0o644)
    }
    return TrustAnswer(root, digest: envelope.payloadDigest, path: path).answer
  }
}
