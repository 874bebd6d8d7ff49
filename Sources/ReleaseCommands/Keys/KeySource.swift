internal import ArgumentSyntax
internal import Effects
internal import ReleaseManifests
internal import ReleaseSigning

/// Where a signing key comes from; a key itself is never an argument.
enum KeySource: Hashable, Sendable, ArgumentValue {
  /// A PEM file.
  case file(String)
  /// A variable that holds a PEM text.
  case variable(String)
  /// The PEM text on stdin.
  case standardInput

  init(argument: String) throws(ArgumentValueError) {
    if argument == "-" {
      self = .standardInput
    } else if argument.utf8.starts(with: "env:".utf8) {
      self = .variable(String(argument.dropFirst(4)))
    } else if ["agent:", "command:"].contains(where: argument.hasPrefix) {
      throw .form("a PEM file, `env:NAME` or `-`; not supported: `agent:` and `command:`")
    } else {
      self = .file(argument)
    }
  }

  /// The source as people write it.
  var text: String {
    switch self {
    case .file(let path): path
    case .variable(let name): "env:\(name)"
    case .standardInput: "-"
    }
  }
}

/// What can be wrong with a key that a command was given.
enum KeySourceError: Error {
  /// The variable is not set, or empty.
  case variableMissing(String)
  /// The file can be read by others than its owner.
  case looseMode(path: String, mode: UInt32)
  /// It is one of the example keys, whose private halves everybody has.
  case exampleKey(KeyID)
  /// A new key needs a passphrase, and the variable holds none.
  case passphraseMissing(String)
  /// The key cannot be read.
  case unreadable(source: String, KeyError)
}

extension Session {
  /// Loads a signing key.
  ///
  /// - Throws: `KeySourceError`, `FileError`.
  func privateKey(_ source: KeySource) throws -> PrivateKey {
    let pem = try secret(source)
    let passphrase = world.environment["RELEASE_PASSPHRASE"].map { SecretBytes(copying: Array($0.utf8)) }
    let key: PrivateKey
    do { key = try PrivateKey(pem: pem, passphrase: passphrase) } catch {
      throw KeySourceError.unreadable(source: source.text, error)
    }
    try refuseLooseMode(source)
    try refuseExample(key.publicKey)
    return key
  }

  /// Asked of what turned out to be a private key: to close a public one would help nobody.
  private func refuseLooseMode(_ source: KeySource) throws {
    guard case .file(let given) = source, let status = try world.files.status(linkedFile(path(given)))
    else { return }
    guard status.kind == .file, status.mode & 0o077 != 0 else { return }
    throw KeySourceError.looseMode(path: given, mode: status.mode & 0o777)
  }

  private func secret(_ source: KeySource) throws -> SecretBytes {
    switch source {
    case .standardInput: return SecretBytes(copying: try world.readInput(1 << 20))
    case .variable(let name):
      guard let text = world.environment[name], !text.isEmpty else {
        throw KeySourceError.variableMissing(name)
      }
      return SecretBytes(copying: Array(text.utf8))
    case .file(let given): return SecretBytes(copying: try world.files.read(path(given), limit: 1 << 20))
    }
  }

  /// The file that a path leads to through links: its mode is the one that counts.
  private func linkedFile(_ path: String) throws(FileError) -> String {
    var path = path
    for _ in 0..<16 {
      guard try world.files.status(path)?.kind == .symlink, let target = try world.files.readSymlink(path)
      else { break }
      path = target.utf8.first == UInt8(ascii: "/") ? target : "\(PathText.folder(of: path))/\(target)"
    }
    return path
  }

  /// Loads a public key from a PEM file.
  func publicKey(_ given: String) throws -> PublicKey {
    let bytes = try world.files.read(path(given), limit: 1 << 20)
    let key: PublicKey
    do { key = try PublicKey(pem: bytes) } catch { throw KeySourceError.unreadable(source: given, error) }
    try refuseExample(key)
    return key
  }

  /// The example keys are known to the tool; only a test that says so may use them.
  func refuseExample(_ key: PublicKey) throws {
    guard ExampleKeys.ids.contains(key.keyID.hex), world.environment["RELEASE_ALLOW_EXAMPLE_KEYS"] != "1"
    else { return }
    throw KeySourceError.exampleKey(key.keyID)
  }
}

extension Session {
  /// The public key of a file that holds either half; of a private key nothing else is kept.
  func anyKey(_ given: String) throws -> PublicKey {
    let bytes = try world.files.read(path(given), limit: 1 << 20)
    do { return try PublicKey(pem: bytes) } catch .privateKeyWherePublicIsMeant {
      return try privateKey(.file(given)).publicKey
    } catch {
      throw KeySourceError.unreadable(source: given, error)
    }
  }
}
