internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release sign`: a statement becomes an envelope, an envelope gets one signature more.
struct SignCommand: Command {
  var file = ""
  var keys: [KeySource] = []
  var output: String?
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "sign", "Sign a manifest", in: .evidence,
    [
      .positional("file", \.file, "A statement, or an envelope that gets one more signature"),
      .option(
        "--key -k", \.keys, "source", "Sign with this key: a PEM file, `env:NAME`, or `-` for stdin",
        env: "RELEASE_KEY",
        required: true),
      .option(
        "--output", \.output, "file",
        "Write here; default: an envelope is replaced, a statement goes to stdout"),
      .flag("--dry-run", \.isDryRun, "Change nothing"),
    ],
    discussion:
      "Only manifests are signed: bytes that are no manifest could mean something else somewhere else.",
    examples: ["release sign manifest.json --key release.pem --output manifest.signed.json"],
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let bytes = try session.world.files.read(session.path(file), limit: 8 << 20)
    let given = try? Envelope(parsing: bytes, expecting: PayloadType.statement)  // or a bare statement
    var envelope = given ?? Envelope(payloadType: PayloadType.statement, payload: bytes)
    _ = try Manifest(Statement(parsing: envelope.payload))
    for key in try keys.map(session.privateKey) { try envelope.sign(with: key) }
    let target = output ?? (given == nil ? nil : file)
    let document: JSONObject = [
      "manifest_digest": .string(envelope.payloadDigest.hex), "output": JSONValue(target),
      "signatures": .array(envelope.signatures.map { .string($0.keyID) }),
    ]
    guard let target, !isDryRun else { return Answer(bytes: envelope.bytes, document: document) }
    try session.world.files.put(envelope.bytes, at: session.path(target))
    session.console.hint("check with `release verify \(target)`")
    return Answer("\(target, as: .path)", document: document)
  }
}
