internal import ArgumentSyntax
internal import Effects
internal import ReleaseSigning

/// How encrypted keys are opened and external signers known: options of every command that signs.
struct KeyRingOptions: Sendable {
  var passphrase = PassphraseOptions()
  var publicKeys: [String] = []

  static let slots: [Slot<KeyRingOptions>] =
    PassphraseOptions.slots.map { .lifted($0, at: \.passphrase) } + [
      .option(
        "--public-key", \.publicKeys, "pub.pem",
        "The public half of a `command:` key; default: the trust root's keys")
    ]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, KeyRingOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// The keys that can be reached with these options.
  ///
  /// - Parameter others: public keys that the command knows of besides.
  func ring(_ session: Session, expecting others: [PublicKey] = []) throws -> KeyRing {
    KeyRing(
      session: session, passphrase: try passphrase.secret(session),
      expected: try publicKeys.map(session.publicKey) + (publicKeys.isEmpty ? others : []))
  }
}

/// Where a passphrase comes from.
struct PassphraseOptions: Sendable {
  var variable: String?
  var descriptor: Int?

  static let slots: [Slot<PassphraseOptions>] = [
    .option(
      "--passphrase-env", \.variable, "name",
      "The variable that holds the key's passphrase; default: RELEASE_PASSPHRASE"),
    .option(
      "--passphrase-fd", \.descriptor, "n", "Read the key's passphrase from this descriptor: its first line"),
  ]

  /// Returns the passphrase, or nil when nobody gave one.
  ///
  /// - Throws: `KeySourceError.passphraseMissing` when the place that was named, or the variable that is set, holds none.
  func secret(_ session: Session) throws -> SecretBytes? {
    if let descriptor { return try secret(from: descriptor, session) }
    let name = variable ?? "RELEASE_PASSPHRASE"
    guard let secret = session.secret(variable: name) else {
      guard variable == nil else { throw KeySourceError.passphraseMissing("the variable `\(name)`") }
      return nil
    }
    guard secret.count > 0 else { throw KeySourceError.passphraseMissing("the variable `\(name)`") }
    return secret
  }

  private func secret(from number: Int, _ session: Session) throws -> SecretBytes {
    let line = try session.world.readSecret(Int32(clamping: number), 4096).firstLine
    guard line.count > 0 else { throw KeySourceError.passphraseMissing("descriptor \(number)") }
    return line
  }
}
