/// What is asked of an SSH agent (draft-miller-ssh-agent, sections "Requesting a list of keys" and "Private
/// key operations").
package enum SSHAgentRequest: Hashable, Sendable {
  /// Which keys there are: SSH_AGENTC_REQUEST_IDENTITIES.
  case identities
  /// A signature over a message by one of the keys: SSH_AGENTC_SIGN_REQUEST. An ed25519 key signs the very bytes.
  case signature(over: [UInt8], by: PublicKey)

  /// The most bytes of a message behind its length, in both directions: the limit of OpenSSH's agent and its clients.
  package static let longestBody = 256 * 1024

  /// How many bytes are to be signed.
  package var byteCount: Int {
    if case .signature(let message, _) = self { message.count } else { 0 }
  }

  /// Returns the bytes to send: the length of the message and the message.
  ///
  /// - Throws: ``SSHAgentError/tooLong(_:)``.
  package func frame() throws(SSHAgentError) -> [UInt8] {
    if case .signature(let message, _) = self, message.count > Self.longestBody {
      throw .tooLong(message.count)
    }
    let body = body
    guard body.count <= Self.longestBody else { throw .tooLong(body.count) }
    return SSHWire.string(body)
  }

  private var body: [UInt8] {
    switch self {
    case .identities:
      [11]
    case .signature(let message, let key):
      [13] + SSHWire.string(SSHPublicKey(key).blob) + SSHWire.string(message) + SSHWire.uint32(0)
    }
  }
}
