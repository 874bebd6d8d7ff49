internal import Effects
internal import ReleaseSigning

/// The Ed25519 keys of the ssh-agent, which may forward them from another machine or keep them in a device.
struct AgentKeys: Sendable {
  private let session: Session

  /// How long it may take: a person may be asked to confirm.
  private static let timeout = 120.0

  init(_ session: Session) { self.session = session }

  /// Returns the signer of a key: its fingerprint, its key id or the first 8 digits of that and more; without either, of
  /// the only one there is.
  ///
  /// - Throws: `KeySourceError.agent`.
  func signer(_ wanted: String) throws -> any Signer {
    let identities = try identities()
    let keys = identities.compactMap { if case .ed25519(let key) = $0.key { key } else { nil } }
    let meant = keys.filter { isMeant($0, by: wanted) }
    guard let key = meant.first else {
      throw KeySourceError.agent(.noSuchKey(wanted: wanted, offered: identities.map(Self.description)))
    }
    guard meant.count == 1 else {
      throw KeySourceError.agent(
        .ambiguous(wanted: wanted, offered: meant.map { SSHPublicKey($0).fingerprint }))
    }
    return ExternalSigner(key) { message in
      guard case .signature(let bytes) = try ask(.signature(over: message, by: key)) else {
        throw KeySourceError.agent(.refused)
      }
      return bytes
    }
  }

  private func isMeant(_ key: PublicKey, by wanted: String) -> Bool {
    if wanted.isEmpty { return true }
    let isID = wanted.utf8.count >= 8 && key.keyID.hex.utf8.starts(with: wanted.utf8)
    let fingerprint = SSHPublicKey(key).fingerprint
    return isID || fingerprint.utf8.elementsEqual(wanted.utf8)
      || fingerprint.utf8.elementsEqual("SHA256:\(wanted)".utf8)
  }

  /// What the agent offers, in words: which keys are of use, and which are not.
  private static func description(_ identity: SSHAgentIdentity) -> String {
    let key =
      switch identity.key {
      case .ed25519(let key): SSHPublicKey(key).fingerprint
      case .unusable: "an Ed25519 key that must not be trusted"
      case .otherType(let type): "a key of type \(type), which cannot sign here"
      }
    return identity.comment.isEmpty ? key : "\(key) (\(identity.comment))"
  }

  private func identities() throws -> [SSHAgentIdentity] {
    guard case .identities(let identities) = try ask(.identities) else {
      throw KeySourceError.agent(.refused)
    }
    return identities
  }

  private func ask(_ request: SSHAgentRequest) throws -> SSHAgentAnswer {
    guard let socket = session.world.environment["SSH_AUTH_SOCK"], !socket.isEmpty else {
      throw KeySourceError.agent(.noSocket)
    }
    let frame: [UInt8]
    do { frame = try request.frame() } catch {
      throw KeySourceError.agent(.tooLong(bytes: request.byteCount))
    }
    do {
      let answer = try session.world.sockets.ask(
        frame, at: session.path(socket), header: SSHAgentAnswer.headerByteCount,
        body: SSHAgentAnswer.bodyByteCount(header:), timeout: Self.timeout)
      return try SSHAgentAnswer(body: answer)
    } catch let error as SocketError {
      throw KeySourceError.agent(.socket(error))
    } catch is SSHAgentError {
      throw KeySourceError.agent(.protocolViolated)
    }
  }
}
