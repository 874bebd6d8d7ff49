internal import Effects
internal import ReleaseManifests
internal import ReleaseSigning

/// The keys that a command can reach, and what opens them.
struct KeyRing {
  let session: Session
  /// What opens encrypted keys, when it was given beforehand.
  let passphrase: SecretBytes?
  /// The keys that an external signer may have; empty: those of the trust root.
  let expected: [PublicKey]

  /// The longest PEM text that is read.
  private static let longestText = 1 << 16
  private static let attempts = 3

  /// Returns whoever signs with the key of a source.
  ///
  /// - Throws: `KeySourceError`, `FileError`.
  func signer(_ source: KeySource) throws -> any Signer {
    let signer: any Signer =
      switch source {
      case .agent(let wanted): try AgentKeys(session).signer(wanted)
      case .command(let words): try CommandSigner(words, session).signer(among: expectedKeys())
      default: try privateKey(source)
      }
    try session.refuseExample(signer.publicKey)
    return signer
  }

  /// Signs a proposed trust root with the keys of some sources.
  ///
  /// - Throws: `TrustProblem.notARootKey` for a key whose signature would not count, and as ``signer(_:)``.
  func sign(_ proposal: inout TrustProposal, with sources: [KeySource]) throws {
    for source in sources {
      let key = try signer(source)
      guard proposal.counts(key.publicKey) else { throw TrustProblem.notARootKey(key.publicKey.keyID) }
      try proposal.sign(with: key)
    }
  }

  private func expectedKeys() throws -> [PublicKey] {
    guard expected.isEmpty else { return expected }
    let trust = try session.trustIfAny(of: session.workspaceWithoutGit())
    return trust.map { $0.current.keys.sorted { $0.key < $1.key }.map(\.value.publicKey) } ?? []
  }

  /// Loads a private key; whoever is at the terminal is asked for the passphrase of an encrypted one.
  ///
  /// - Throws: `KeySourceError`, `FileError`.
  func privateKey(_ source: KeySource) throws -> PrivateKey {
    let (pem, mode) = try text(of: source)
    let key = try opened(pem, of: source)
    // Asked of what turned out to be a private key: to close a public one would help nobody.
    if case .file(let path) = source, let mode, mode & 0o077 != 0 {
      throw KeySourceError.looseMode(path: path, mode: mode & 0o777)
    }
    return key
  }

  private func opened(_ pem: SecretBytes, of source: KeySource) throws -> PrivateKey {
    if let passphrase, passphrase.count == 0, case .passphraseNeeded? = Self.problem(opening: pem) {
      throw KeySourceError.passphraseMissing("the variable `RELEASE_PASSPHRASE`")
    }
    let canAsk = passphrase == nil && session.world.isInputTerminal && source != .standardInput
    for attempt in 0...Self.attempts {
      do {
        let typed = attempt == 0 ? passphrase : try session.world.askSecret("Passphrase of \(source.text): ")
        return try PrivateKey(pem: pem, passphrase: typed)
      } catch let error as KeyError {
        let mayTry = error == .passphraseNeeded || (error == .wrongPassphrase && attempt < Self.attempts)
        guard canAsk, mayTry else { throw KeySourceError.unreadable(source: source.text, error) }
      }
    }
    throw KeySourceError.unreadable(source: source.text, .wrongPassphrase)
  }

  private static func problem(opening pem: SecretBytes) -> KeyError? {
    do {
      _ = try PrivateKey(pem: pem)
      return nil
    } catch { return error }
  }

  private func text(of source: KeySource) throws -> (pem: SecretBytes, mode: UInt32?) {
    switch source {
    case .file(let given):
      let file = try session.world.files.readSecret(session.path(given), limit: Self.longestText)
      return (file.content, file.mode)
    case .variable(let name):
      guard let secret = session.secret(variable: name), secret.count > 0 else {
        throw KeySourceError.variableMissing(name)
      }
      return (secret, nil)
    default: return (try session.world.readSecret(0, Self.longestText, false), nil)
    }
  }
}

extension Session {
  /// The secret in a variable; nil when it is not set.
  func secret(variable name: String) -> SecretBytes? {
    world.secrets[name] ?? world.environment[name].map { SecretBytes(copying: Array($0.utf8)) }
  }

  /// Loads a public key from a PEM file, or from the line of an OpenSSH one.
  func publicKey(_ given: String) throws -> PublicKey {
    let text = try world.files.readSecret(path(given), limit: 1 << 16).content
    let key: PublicKey
    do { key = try PublicKey(text: text) } catch { throw KeySourceError.unreadable(source: given, error) }
    try refuseExample(key)
    return key
  }

  /// The public key of a file that holds either half, or of an `agent:` key; of a private key nothing else is kept.
  func anyKey(_ given: String, _ options: PassphraseOptions) throws -> PublicKey {
    if given.utf8.starts(with: "agent:".utf8) {
      return try AgentKeys(self).signer(String(given.dropFirst(6))).publicKey
    }
    let text = try world.files.readSecret(path(given), limit: 1 << 16).content
    do { return try PublicKey(text: text) } catch .privateKeyWherePublicIsMeant {
      let ring = KeyRing(session: self, passphrase: try options.secret(self), expected: [])
      let key = try ring.privateKey(.file(given)).publicKey
      try refuseExample(key)
      return key
    } catch {
      throw KeySourceError.unreadable(source: given, error)
    }
  }

  /// The example keys are known to the tool; only a test that says so may use them.
  func refuseExample(_ key: PublicKey) throws {
    guard ExampleKeys.ids.contains(key.keyID.hex), world.environment["RELEASE_ALLOW_EXAMPLE_KEYS"] != "1"
    else { return }
    throw KeySourceError.exampleKey(key.keyID)
  }
}
