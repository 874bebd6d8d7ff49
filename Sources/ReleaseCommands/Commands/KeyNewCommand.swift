internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseSigning
internal import StrictJSON

/// `release key new`: a key pair in two files.
struct KeyNewCommand: Command {
  var output = "release"
  var passphrase = PassphraseOptions()
  var hasNoPassphrase = false
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "key new", "Make a signing key", in: .evidence,
    [
      .option("--output", \.output, "prefix", "Write PREFIX.pem and PREFIX.pub.pem; default: release"),
      .flag(
        "--no-passphrase", \.hasNoPassphrase,
        "Do not encrypt it, for CI secrets that are kept encrypted themselves"),
      .flag("--dry-run", \.isDryRun, "Say what would be written"),
    ] + PassphraseOptions.slots.map { .lifted($0, at: \.passphrase) },
    discussion: """
      Ed25519, PKCS#8 in PEM. With a passphrase it is encrypted with scrypt (N=2^14, r=8, p=5) and AES-256-CBC, which \
      stock openssl opens. Where nothing gives a passphrase, whoever is at the terminal is asked for one. Files that \
      are there are never overwritten.
      """,
    examples: [
      "PASS=… release key new --output keys/release --passphrase-env PASS", "release key new --no-passphrase",
    ],
    exclusions: [["--passphrase-env", "--passphrase-fd", "--no-passphrase"]])

  func run(in session: Session) async throws -> Answer {
    let passphrase = hasNoPassphrase ? nil : try newPassphrase(session)
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
    try files.createSecret(key.pem(passphrase: passphrase), at: session.path(privatePath))
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
  private func newPassphrase(_ session: Session) throws -> SecretBytes {
    if let given = try passphrase.secret(session), given.count > 0 { return given }
    guard session.world.isInputTerminal else {
      throw KeySourceError.passphraseMissing("the variable `RELEASE_PASSPHRASE`")
    }
    let first = try session.world.askSecret("Passphrase for the new key: ")
    guard first.count > 0 else { throw KeySourceError.passphraseMissing("what was typed") }
    let second = try session.world.askSecret("The same once more: ")
    guard first.hasSameBytes(as: second) else { throw KeySourceError.passphrasesDiffer }
    return first
  }
}
