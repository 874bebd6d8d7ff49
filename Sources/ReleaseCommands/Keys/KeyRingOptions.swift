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
  var descriptor: DescriptorNumber?

  static let slots: [Slot<PassphraseOptions>] = [
    .option(
      "--passphrase-env", \.variable, "name",
      "The variable that holds the key's passphrase; default: RELEASE_PASSPHRASE"),
    .option(
      "--passphrase-fd", \.descriptor, "n", "Read the key's passphrase from this descriptor: its first line"),
  ]

  /// Returns the passphrase, or nil when nobody gave one; an empty one only when RELEASE_PASSPHRASE is set to nothing.
  ///
  /// - Throws: `KeySourceError.passphraseMissing` when the place that was named holds none, `passphraseTwice`.
  func secret(_ session: Session) throws -> SecretBytes? {
    guard variable == nil || descriptor == nil else { throw KeySourceError.passphraseTwice }
    if let descriptor { return try secret(from: descriptor, session) }
    guard let variable else { return session.secret(variable: "RELEASE_PASSPHRASE") }
    guard let secret = session.secret(variable: variable), secret.count > 0 else {
      throw KeySourceError.passphraseMissing("the variable\(KeyWording.shown(variable))")
    }
    return secret
  }

  private func secret(from descriptor: DescriptorNumber, _ session: Session) throws -> SecretBytes {
    let line = try session.world.readSecret(descriptor.number, 4096, true)
    guard line.count > 0 else { throw KeySourceError.passphraseMissing("descriptor \(descriptor.number)") }
    return line
  }
}

/// The number of an open descriptor on the command line; a passphrase that stands in its place is not shown.
struct DescriptorNumber: Hashable, Sendable, ArgumentValue {
  let number: Int32

  init(argument: String) throws(ArgumentValueError) {
    guard let number = Int32(argument), number >= 0, String(number).utf8.elementsEqual(argument.utf8) else {
      throw .unshown("the number of an open descriptor")
    }
    self.number = number
  }
}
