internal import ArgumentSyntax
internal import Effects
internal import ReleaseSigning

/// Where a signing key comes from; a key itself is never an argument.
enum KeySource: Hashable, Sendable, ArgumentValue {
  /// A PEM file.
  case file(String)
  /// A variable that holds a PEM text.
  case variable(String)
  /// The PEM text on stdin.
  case standardInput
  /// A key of the ssh-agent: its fingerprint, its key id or the beginning of one; nothing when the agent has one only.
  case agent(String)
  /// A program that signs, and its arguments.
  case command([String])

  /// What help says of a source.
  static let forms = "a PEM file, `env:NAME`, `-` for stdin, `agent:FINGERPRINT` or `command:PROGRAM`"

  init(argument: String) throws(ArgumentValueError) {
    func rest(after prefix: String) -> String? {
      argument.utf8.starts(with: prefix.utf8) ? String(argument.utf8.dropFirst(prefix.utf8.count)) : nil
    }
    guard !argument.utf8.contains(UInt8(ascii: "\n")) else {
      throw .unshown("the name of a key's place, never a key: \(Self.forms)")
    }
    if argument == "-" {
      self = .standardInput
    } else if let name = rest(after: "env:") {
      self = .variable(name)
    } else if let fingerprint = rest(after: "agent:") {
      self = .agent(fingerprint)
    } else if let line = rest(after: "command:") {
      let words = line.split(separator: " ").map(String.init)
      guard !words.isEmpty else {
        throw .form("`command:PROGRAM`, with arguments behind blanks; no shell reads them")
      }
      self = .command(words)
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
    case .agent(let fingerprint): "agent:\(fingerprint)"
    case .command(let words): "command:\(words.joined(separator: " "))"
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
  /// A new key needs a passphrase, and there is none at this place.
  case passphraseMissing(String)
  /// Two places were named for one passphrase.
  case passphraseTwice
  /// A new passphrase was typed in two ways.
  case passphrasesDiffer
  /// The key cannot be read.
  case unreadable(source: String, KeyError)
  /// An external signer's answer is no signature by a key that was expected.
  case notSigned(source: String, SignerError)
  /// Nothing says which key an external signer has.
  case publicKeyMissing(source: String)
  /// The program that should sign ended otherwise than well.
  case programFailed(source: String, status: SubprocessResult.Status, words: String)
  /// The program that should sign did not run.
  case programUnusable(source: String, SubprocessError)
  /// The program took too long.
  case programTimedOut(source: String, seconds: Double)
  /// The ssh-agent does not help.
  case agent(AgentFault)
}

/// Why the ssh-agent gave no key or no signature.
enum AgentFault: Hashable {
  /// `SSH_AUTH_SOCK` is not set.
  case noSocket
  /// Nobody answers there.
  case socket(SocketError)
  /// What it answers is not the protocol.
  case protocolViolated
  /// It has no such Ed25519 key, but these, by fingerprint.
  case noSuchKey(wanted: String, offered: [String])
  /// It has several that could be meant.
  case ambiguous(wanted: String, offered: [String])
  /// What is to be signed has more bytes than an agent takes.
  case tooLong(bytes: Int)
  /// It refused to sign: it is locked, or the person said no.
  case refused
}
