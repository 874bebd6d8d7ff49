/// A key that an SSH agent holds.
package struct SSHAgentIdentity: Hashable, Sendable {
  /// What can be said of a key from its public half.
  package enum Key: Hashable, Sendable {
    /// A key that can sign for us.
    case ed25519(PublicKey)
    /// An ed25519 key that must not be trusted, and why.
    case unusable(KeyError)
    /// A key, or a certificate, of another type, such as `ssh-rsa`.
    case otherType(String)
  }

  /// The key.
  package let key: Key

  /// What the agent calls the key, with U+FFFD for what is no UTF-8. The agent may write here what it likes.
  package let comment: String
}

extension SSHAgentIdentity {
  /// The next identity of an answer: a public key on the wire, and a comment.
  ///
  /// - Throws: ``SSHAgentError/truncated``, ``SSHAgentError/malformedName``, ``SSHAgentError/trailingBytes(_:)``.
  init(from answer: inout SSHWireReader) throws(SSHAgentError) {
    key = try Key(blob: answer.string())
    comment = String(decoding: try answer.string(), as: UTF8.self)
  }
}

extension SSHAgentIdentity.Key {
  /// The key that a public key on the wire stands for. Of other types nothing but the name is read.
  fileprivate init(blob: ArraySlice<UInt8>) throws(SSHAgentError) {
    var reader = SSHWireReader(blob)
    let type = try reader.name()
    guard type == SSHWire.ed25519 else {
      self = .otherType(type)
      return
    }
    let point = Array(try reader.string())
    try reader.finish()
    do {
      self = .ed25519(try PublicKey(rawRepresentation: point))
    } catch {
      self = .unusable(error)
    }
  }
}
