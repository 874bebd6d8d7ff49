internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseSigning
internal import StrictJSON

/// `release key id`: what a key is called.
struct KeyIDCommand: Command {
  var file = ""
  var passphrase = PassphraseOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "key id", "Print a key's id", in: .evidence,
    [
      .positional(
        "file", \.file,
        "A public or private key, PEM; the line of an OpenSSH `.pub` file; or `agent:FINGERPRINT`")
    ]
      + PassphraseOptions.slots.map { .lifted($0, at: \.passphrase) },
    discussion: "The key id is the lower-case hex SHA-256 of the public key's SubjectPublicKeyInfo, DER.")

  func run(in session: Session) async throws -> Answer {
    let key = try session.anyKey(file, passphrase)
    return Answer(lines: [key.keyID.hex], document: ["keyid": .string(key.keyID.hex)])
  }
}
