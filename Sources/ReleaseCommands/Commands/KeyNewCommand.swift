internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseSigning
internal import StrictJSON

/// `release key new`: a key pair in two files.
struct KeyNewCommand: Command {
  var output = "release"
  var passphraseVariable: String?
  var passphraseDescriptor: Int?
  var hasNoPassphrase = false
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "key new", "Make a signing key", in: .evidence,
    [
      .option("--output", \.output, "prefix", "Write PREFIX.pem and PREFIX.pub.pem; default: release"),
      .option(
        "--passphrase-env", \.passphraseVariable, "name", "Encrypt it with the passphrase in this variable"),
      .option(
        "--passphrase-fd", \.passphraseDescriptor, "n", "Encrypt it with the first line of this descriptor"),
      .flag(
        "--no-passphrase", \.hasNoPassphrase,
        "Do not encrypt it, for CI secrets that are kept encrypted themselves"),
      .flag("--dry-run", \.isDryRun, "Say what would be written"),
    ],
    discussion: """
      Ed25519, PKCS#8 in PEM. With a passphrase it is encrypted with scrypt (N=2^14, r=8, p=5) and AES-256-CBC, which \
      stock openssl opens. Files that are there are never overwritten.
      """,
    examples: [
      "PASS=… release key new --output keys/release --passphrase-env PASS", "release key new --no-passphrase",
    ],
    exclusions: [["--passphrase-env", "--passphrase-fd", "--no-passphrase"]])

  func run(in session: Session) async throws -> Answer {
    let passphrase = try passphrase(session)
    let (privatePath, publicPath) = ("\(output).pem", "\(output).pub.pem")
    if isDryRun {
      return Answer(lines: ["write \(privatePath)", "write \(publicPath)"], document: ["dry_run": true])
    }
    let files = session.world.files
    for path in [privatePath, publicPath] where try files.status(session.path(path)) != nil {
      throw FileError.exists(path: path)
    }
    let key = try PrivateKey.generate()
    try files.makeDirectory(PathText.folder(of: session.path(privatePath)))
    let pem = try key.pem(passphrase: passphrase).withBytes { span in span.indices.map { span[$0] } }
    try files.create(pem, at: session.path(privatePath), mode: 0o600)
    try files.create(Array(key.publicKey.pem.utf8), at: session.path(publicPath), mode: 0o644)
    return Answer(
      lines: [key.publicKey.keyID.hex],
      document: [
        "keyid": .string(key.publicKey.keyID.hex), "private": .string(privatePath),
        "public": .string(publicPath),
        "encrypted": .bool(passphrase != nil),
      ])
  }

  /// A key is not left open by accident: without a passphrase that has to be said.
  private func passphrase(_ session: Session) throws -> SecretBytes? {
    if hasNoPassphrase { return nil }
    if let number = passphraseDescriptor { return try passphrase(from: number, session) }
    let name = passphraseVariable ?? "RELEASE_PASSPHRASE"
    guard let text = session.world.environment[name], !text.isEmpty else {
      throw KeySourceError.passphraseMissing(name)
    }
    return SecretBytes(copying: Array(text.utf8))
  }
}

extension KeyNewCommand {
  /// The first line of a descriptor, without its end.
  private func passphrase(from number: Int, _ session: Session) throws -> SecretBytes {
    let bytes = try session.world.readDescriptor(Int32(clamping: number), 4096)
    let line = Array(bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
    guard !line.isEmpty else { throw KeySourceError.passphraseMissing("descriptor \(number)") }
    return SecretBytes(copying: line)
  }
}
