package import ReleaseSigning
package import StrictJSON

/// Who may do what in a project, and until when: signed by its own `root` keys.
///
/// Form: `{"schema":1,"project","version","expires","keys":{KEYID:{"public","name"}},"roles":{ROLE:{"keyids","threshold"}},
/// "ledger_origin"}`, the payload of an envelope of type `PayloadType.trustRoot`.
package struct TrustRoot: Hashable, Sendable {
  /// The project.
  package var project: String
  /// The version, from 1, each signed by the thresholds of the one before and of itself.
  package var version: Int64
  /// From when on nothing is to be believed on the word of this root.
  package var expires: Timestamp
  /// The keys by key id.
  package var keys: [KeyID: Key]
  /// The keys and the threshold of each role.
  package var roles: [Role: Grant]
  /// The name of the ledger: the first line of its checkpoints.
  package var ledgerOrigin: String

  /// A key and what people call it.
  package struct Key: Hashable, Sendable {
    /// The key.
    package var publicKey: PublicKey
    /// The name for people; nothing is decided by it.
    package var name: String

    /// Makes a named key.
    package init(publicKey: PublicKey, name: String) {
      self.publicKey = publicKey
      self.name = name
    }
  }

  /// Who holds a role and how many of them must sign.
  package struct Grant: Hashable, Sendable {
    /// The keys of the role, in order.
    package var keyIDs: [KeyID]
    /// How many distinct keys must sign.
    package var threshold: Int

    /// Makes a grant.
    package init(keyIDs: [KeyID], threshold: Int) {
      self.keyIDs = keyIDs
      self.threshold = threshold
    }
  }

  /// Makes a root.
  package init(
    project: String, version: Int64, expires: Timestamp, keys: [KeyID: Key], roles: [Role: Grant],
    ledgerOrigin: String
  ) {
    self.project = project
    self.version = version
    self.expires = expires
    self.keys = keys
    self.roles = roles
    self.ledgerOrigin = ledgerOrigin
  }

  /// Returns who holds a role; an environment's role falls back to that of every environment.
  package func grant(for role: Role) -> Grant? { roles[role] ?? role.fallback.flatMap { roles[$0] } }

  /// Returns the public keys of a role.
  package func publicKeys(for role: Role) -> [PublicKey] {
    grant(for: role)?.keyIDs.compactMap { keys[$0]?.publicKey } ?? []
  }

  /// Returns whether an envelope bears enough good signatures of distinct keys of a role.
  ///
  /// - Parameter threshold: how many are enough, one at least; nil: as many as the role asks for.
  package func accepts(_ envelope: Envelope, for role: Role, threshold: Int? = nil) -> Bool {
    guard let grant = grant(for: role) else { return false }
    return envelope.signers(among: publicKeys(for: role)).count >= max(1, threshold ?? grant.threshold)
  }

  /// Returns whether the root is no longer to be believed.
  package func hasExpired(at now: Timestamp) -> Bool { now >= expires }
}
