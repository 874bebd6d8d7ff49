internal import Effects
internal import ReleaseSigning

/// A program that signs, for keys that live in a KMS or HSM: it gets the bytes on its standard input and answers with
/// the 64 bytes of an Ed25519 signature.
struct CommandSigner: Sendable {
  private let words: [String]
  private let session: Session

  /// How long it may take: a person may have to touch a token.
  private static let timeout = 120.0
  /// Signed once to learn which of several keys the program has; it cannot be taken for any message of ours.
  private static let question = Array("release-toolkit\nwhich key is this?\n".utf8)

  init(_ words: [String], _ session: Session) {
    self.words = words
    self.session = session
  }

  /// Returns the signer, when the program has one of some keys.
  ///
  /// - Throws: `KeySourceError`, `SubprocessError`.
  func signer(among keys: [PublicKey]) throws -> any Signer {
    let source = KeySource.command(words).text
    guard let first = keys.first else { throw KeySourceError.publicKeyMissing(source: source) }
    return ExternalSigner(keys.count == 1 ? first : try key(among: keys)) { message in
      try signature(over: message)
    }
  }

  private func key(among keys: [PublicKey]) throws -> PublicKey {
    let answer = try signature(over: Self.question)
    guard let key = keys.first(where: { $0.isValid(signature: answer, for: Self.question) }) else {
      let error =
        answer.count == PublicKey.signatureByteCount
        ? SignerError.otherKey(expected: keys.map(\.keyID)) : .length(answer.count)
      throw KeySourceError.notSigned(source: KeySource.command(words).text, error)
    }
    return key
  }

  private func signature(over message: [UInt8]) throws -> [UInt8] {
    let source = KeySource.command(words).text
    let program = Subprocess(
      argv: argv(), directory: session.directory, environment: session.childEnvironment, input: message,
      timeout: Self.timeout, outputLimit: 1 << 16,
      // One that asks for a PIN needs the terminal.
      startsOwnProcessGroup: !session.world.isInputTerminal)
    let result: SubprocessResult
    do { result = try session.world.subprocesses.run(program) } catch {
      throw KeySourceError.programUnusable(source: source, error)
    }
    guard !result.didTimeOut else {
      throw KeySourceError.programTimedOut(source: source, seconds: Self.timeout)
    }
    guard result.status == .exited(0) else {
      throw KeySourceError.programFailed(
        source: source, status: result.status, words: String(decoding: result.errorOutput, as: UTF8.self))
    }
    return result.output
  }

  /// The program, which is seen from the command's folder when it has a `/`; a line that names a file as a whole is one
  /// program.
  private func argv() -> [String] {
    let line = words.joined(separator: " ")
    // A line that cannot be a path names no file.
    let isFile = words.count > 1 && (try? session.world.files.status(session.path(line))) ?? nil != nil
    if isFile { return [session.path(line)] }
    return words[0].utf8.contains(UInt8(ascii: "/")) ? [session.path(words[0])] + words.dropFirst() : words
  }
}
