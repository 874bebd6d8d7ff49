internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release sign`: a statement becomes an envelope, an envelope gets one signature more, and a file gets a signature
/// beside it that other tools verify.
struct SignCommand: Command {
  var file: String?
  var artifacts: [String] = []
  var format: DetachedFormat?
  var namespace: String?
  var comment: String?
  var keys: [KeySource] = []
  var ring = KeyRingOptions()
  var output: String?
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "sign", "Sign a manifest, or a file for other tools", in: .evidence,
    [
      .positional("file", \.file, "A statement, or an envelope that gets one more signature"),
      .option("--artifact", \.artifacts, "path", "A file that gets a signature beside it instead"),
      .option(
        "--format", \.format, "form",
        "For --artifact: `minisign` writes PATH.minisig, `ssh` writes PATH.sig for `ssh-keygen -Y verify`"),
      .option("--namespace", \.namespace, "name", "For `ssh`: what the signature is for; default: file"),
      .option(
        "--comment", \.comment, "text",
        "For `minisign`: the trusted comment; default: the file's name and the time"),
      .option(
        "--key -k", \.keys, "source", "Sign with this key: \(KeySource.forms)", env: "RELEASE_KEY",
        required: true),
      .option(
        "--output", \.output, "file",
        "Write here; default: an envelope is replaced, a statement goes to stdout"),
    ] + KeyRingOptions.lifted(at: \.ring) + [.flag("--dry-run", \.isDryRun, "Change nothing")],
    discussion: """
      Of documents only manifests and provenance are signed: other bytes could mean something else somewhere else. The \
      detached forms are made over a hash of the file, which is read once whatever its size.
      """,
    examples: [
      "release sign manifest.json --key release.pem --output manifest.signed.json",
      "release sign --artifact dist/app.tar.gz --format minisign --key release.pem",
      "release sign --artifact dist/SHA256SUMS --format ssh --key agent:SHA256:…",
    ],
    exits: [.done, .refused, .usage, .environment], exclusions: [["file", "--artifact"]])

  func run(in session: Session) async throws -> Answer {
    if !artifacts.isEmpty {
      return try DetachedSigning(self, session).answer()
    }
    guard let file else { throw SignProblem.nothingToSign }
    guard format == nil, namespace == nil, comment == nil else { throw SignProblem.formatWithoutArtifact }
    return try envelope(of: file, session)
  }

  private func envelope(of file: String, _ session: Session) throws -> Answer {
    let bytes = try session.world.files.read(session.path(file), limit: 8 << 20)
    try session.refuse(output, over: keys.flatMap(\.files) + ring.publicKeys)
    let given = try? Envelope(parsing: bytes, expecting: PayloadType.statement)  // or a bare statement
    var envelope = given ?? Envelope(payloadType: PayloadType.statement, payload: bytes)
    let statement = try Statement(parsing: envelope.payload)
    if !statement.isOurProvenance { _ = try Manifest(statement) }
    let ring = try ring.ring(session)
    for source in keys { try envelope.sign(with: ring.signer(source)) }
    // What nobody could read is not written.
    _ = try Envelope(parsing: envelope.bytes, expecting: PayloadType.statement)
    let target = output.map { $0 == "-" ? nil : $0 } ?? (given == nil ? nil : file)
    let document: JSONObject = [
      statement.isOurProvenance ? "provenance_digest" : "manifest_digest":
        .string(envelope.payloadDigest.hex), "output": JSONValue(target),
      "signatures": .array(envelope.signatures.map { .string($0.keyID) }),
    ]
    guard let target, !isDryRun else { return Answer(bytes: envelope.bytes, document: document) }
    try session.world.files.put(envelope.bytes, at: session.path(target))
    if !statement.isOurProvenance { session.console.hint("check with `release verify \(target)`") }
    return Answer("\(target, as: .path)", document: document)
  }
}

/// What cannot be signed as it was asked.
enum SignProblem: Error {
  /// Neither a document nor a file was named.
  case nothingToSign
  /// A form was named for what is no detached signature.
  case formatWithoutArtifact
  /// A detached signature needs a form.
  case formatMissing
  /// A detached signature is by one key.
  case severalKeys
  /// An option belongs to the other form.
  case foreignOption(String, form: String)
  /// One file cannot take the signatures of several.
  case outputOfSeveral
}
