internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseSigning
internal import StrictJSON

/// `release key show`: the public half of a key, in the forms that people compare.
struct KeyShowCommand: Command {
  var file = ""
  var passphrase = PassphraseOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "key show", "Show the public half of a key", in: .evidence,
    [
      .positional(
        "file", \.file,
        "A public or private key, PEM; the line of an OpenSSH `.pub` file; or `agent:FINGERPRINT`")
    ]
      + PassphraseOptions.slots.map { .lifted($0, at: \.passphrase) })

  func run(in session: Session) async throws -> Answer {
    let key = try session.anyKey(file, passphrase)
    return Answer(
      lines: [
        "algorithm  Ed25519", "keyid      \(key.keyID.hex)",
        "public     \(Hex.encode(key.rawRepresentation))",
      ]
        + key.pem.split(separator: "\n").map(String.init),
      document: [
        "algorithm": "ed25519", "keyid": .string(key.keyID.hex),
        "public_raw": .string(Hex.encode(key.rawRepresentation)),
        "public_pem": .string(key.pem),
      ])
  }
}
