/// What an SSH agent answers (draft-miller-ssh-agent, sections "Requesting a list of keys" and "Private
/// key operations").
package enum SSHAgentAnswer: Hashable, Sendable {
  /// The agent refuses: it has no such key, it is locked, or its owner said no. SSH_AGENT_FAILURE.
  case failure
  /// The keys that the agent holds, in its order: SSH_AGENT_IDENTITIES_ANSWER.
  case identities([SSHAgentIdentity])
  /// The 64 bytes of an ed25519 signature, not verified yet: SSH_AGENT_SIGN_RESPONSE.
  case signature([UInt8])

  /// The number of bytes that stand before the body of every answer.
  package static let headerByteCount = 4

  /// Returns how many bytes follow the header of an answer.
  ///
  /// - Throws: ``SSHAgentError/truncated`` for a shorter header and for an answer of no bytes,
  ///   ``SSHAgentError/trailingBytes(_:)`` for a longer header, ``SSHAgentError/tooLong(_:)``.
  package static func bodyByteCount(header: [UInt8]) throws(SSHAgentError) -> Int {
    var reader = SSHWireReader(header)
    let count = Int(clamping: try reader.uint32())
    try reader.finish()
    guard count > 0 else { throw .truncated }
    guard count <= SSHAgentRequest.longestBody else { throw .tooLong(count) }
    return count
  }

  /// The answer that the bytes behind the header stand for; every byte of them must have its place.
  ///
  /// - Throws: ``SSHAgentError``.
  package init(body: [UInt8]) throws(SSHAgentError) {
    guard body.count <= SSHAgentRequest.longestBody else { throw .tooLong(body.count) }
    var reader = SSHWireReader(body)
    switch try reader.byte() {
    case 5: self = .failure
    case 12: self = .identities(try Self.identities(from: &reader))
    case 14: self = .signature(try Self.signature(from: &reader))
    case let kind: throw .unexpectedAnswer(kind)
    }
    try reader.finish()
  }

  private static func identities(from answer: inout SSHWireReader) throws(SSHAgentError)
    -> [SSHAgentIdentity]
  {
    // The number is not believed: a list that is shorter ends the reading at once.
    var identities: [SSHAgentIdentity] = []
    for _ in 0..<(try answer.uint32()) { identities.append(try SSHAgentIdentity(from: &answer)) }
    return identities
  }

  /// Reads a signature (RFC 8709, section 6).
  private static func signature(from answer: inout SSHWireReader) throws(SSHAgentError) -> [UInt8] {
    var reader = SSHWireReader(try answer.string())
    let algorithm = try reader.name()
    guard algorithm == SSHWire.ed25519 else { throw .wrongSignatureAlgorithm(algorithm) }
    let signature = Array(try reader.string())
    try reader.finish()
    guard signature.count == PublicKey.signatureByteCount else {
      throw .wrongSignatureLength(signature.count)
    }
    return signature
  }
}
