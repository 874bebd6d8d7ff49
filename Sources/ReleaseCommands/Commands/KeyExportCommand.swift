internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseSigning
internal import StrictJSON

/// `release key export`: the public half of a key in the form that another tool reads.
struct KeyExportCommand: Command {
  var file = ""
  var format = PublicKeyFormat.pem
  var principal: String?
  var namespaces: [String] = []
  var output: String?
  var passphrase = PassphraseOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "key export", "Print the public half of a key for another tool", in: .evidence,
    [
      .positional(
        "file", \.file,
        "A public or private key, PEM; the line of an OpenSSH `.pub` file; or `agent:FINGERPRINT`"),
      .option(
        "--format", \.format, "form",
        "pem, `minisign` (a .pub file), `ssh` (a line of a .pub file), `allowed-signers`, or `raw` (32 bytes)",
        required: true),
      .option(
        "--principal", \.principal, "name",
        "For `allowed-signers`: who signs; default: the key's id; for `ssh`: the comment"),
      .option("--namespace", \.namespaces, "name", "For `allowed-signers`: what for; default: file"),
      .option("--output", \.output, "file", "Write here instead of to stdout"),
    ] + PassphraseOptions.slots.map { .lifted($0, at: \.passphrase) },
    discussion:
      "The private half is never exported: a PKCS#8 file is already what `openssl` and others read.",
    examples: [
      "release key export release.pub.pem --format minisign --output minisign.pub",
      "release key export release.pub.pem --format allowed-signers --principal acme --output allowed_signers",
    ])

  func run(in session: Session) async throws -> Answer {
    guard namespaces.isEmpty || format == .allowedSigners else {
      throw SignProblem.foreignOption("--namespace", form: "allowed-signers")
    }
    guard principal == nil || [.ssh, .allowedSigners].contains(format) else {
      throw SignProblem.foreignOption("--principal", form: "allowed-signers")
    }
    let key = try session.anyKey(file, passphrase)
    let content = try content(of: key)
    var document: JSONObject = ["keyid": .string(key.keyID.hex), "format": .string(format.rawValue)]
    document["public"] = .string(
      format == .raw ? Hex.encode(content) : String(decoding: content, as: UTF8.self))
    document["output"] = JSONValue(output)
    guard let output, output != "-" else { return Answer(bytes: content, document: document) }
    try session.refuse(output, over: [file])
    try session.world.files.put(content, at: session.path(output))
    return Answer("\(output, as: .path)", document: document)
  }

  private func content(of key: PublicKey) throws -> [UInt8] {
    switch format {
    case .pem: Array(key.pem.utf8)
    case .minisign: Array(MinisignPublicKey(key).text.utf8)
    case .ssh: Array("\(try SSHPublicKey(key).line(comment: principal ?? ""))\n".utf8)
    case .allowedSigners:
      Array(
        """
        \(try SSHPublicKey(key).allowedSigner(
          principal: principal ?? key.keyID.hex, namespaces: namespaces.isEmpty ? ["file"] : namespaces))

        """.utf8)
    case .raw: key.rawRepresentation
    }
  }
}

/// The forms of a public key.
enum PublicKeyFormat: String, CaseIterable, ArgumentValue {
  case pem, minisign, ssh, raw
  case allowedSigners = "allowed-signers"
}
