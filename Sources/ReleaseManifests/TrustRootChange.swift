package import ReleaseSigning
package import StrictJSON

/// What the next trust root has otherwise than the one before.
package struct TrustRootChange: Sendable {
  /// Keys that get a role; nil stands for every role that the root has.
  package var added: [(role: Role?, key: TrustRoot.Key)]
  /// Keys, by the beginning of their key ids, that lose a role; nil stands for every role that they have.
  package var removed: [(role: Role?, keyID: String)]
  /// Thresholds; nil stands for every role.
  package var thresholds: [(role: Role?, threshold: Int)]
  /// The new expiry; nil leaves the old one.
  package var expires: Timestamp?

  /// Why a root cannot be changed as asked.
  package enum Problem: Error, Hashable {
    /// No key of the role, or of any, has such an id.
    case noSuchKey(String, role: Role?)
    /// Several keys have ids that begin so.
    case ambiguousKey(String)
    /// The key has the role already.
    case alreadyHeld(KeyID, Role)
    /// The role would have no keys any more.
    case roleWithoutKeys(Role)
    /// A role has fewer keys than its threshold.
    case threshold(Role, threshold: Int, keys: Int)
    /// The root has no such role.
    case noSuchRole(Role)
  }

  /// Makes a change.
  package init(
    added: [(role: Role?, key: TrustRoot.Key)] = [], removed: [(role: Role?, keyID: String)] = [],
    thresholds: [(role: Role?, threshold: Int)] = [], expires: Timestamp? = nil
  ) {
    self.added = added
    self.removed = removed
    self.thresholds = thresholds
    self.expires = expires
  }

  /// Whether nothing is changed.
  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && thresholds.isEmpty && expires == nil }
}

extension TrustRoot {
  /// Returns the next version of the root: first keys go, then keys come, then thresholds are set.
  ///
  /// - Throws: `TrustRootChange.Problem`.
  package func next(_ change: TrustRootChange) throws(TrustRootChange.Problem) -> TrustRoot {
    var root = self
    root.version += 1
    root.expires = change.expires ?? expires
    for (role, keyID) in change.removed { try root.remove(keyID, from: role) }
    for (role, key) in change.added { try root.add(key, to: role) }
    for (role, threshold) in change.thresholds { try root.setThreshold(threshold, of: role) }
    try root.requireMeetableThresholds()
    let held = Set(root.roles.values.flatMap(\.keyIDs))
    root.keys = root.keys.filter { held.contains($0.key) }
    return root
  }

  private mutating func remove(_ text: String, from role: Role?) throws(TrustRootChange.Problem) {
    let holders = role.map { roles[$0]?.keyIDs ?? [] } ?? Array(keys.keys)
    let meant = holders.filter { text.utf8.count >= 8 && $0.hex.utf8.starts(with: text.utf8) }
    guard let id = meant.first else { throw .noSuchKey(text, role: role) }
    guard meant.count == 1 else { throw .ambiguousKey(text) }
    for name in role.map({ [$0] }) ?? roles.keys.sorted() { roles[name]?.keyIDs.removeAll { $0 == id } }
  }

  private mutating func add(_ key: Key, to role: Role?) throws(TrustRootChange.Problem) {
    let id = key.publicKey.keyID
    keys[id] = keys[id] ?? key
    for name in role.map({ [$0] }) ?? roles.keys.sorted() {
      var grant = roles[name] ?? Grant(keyIDs: [], threshold: 1)
      guard !grant.keyIDs.contains(id) else { throw .alreadyHeld(id, name) }
      grant.keyIDs = (grant.keyIDs + [id]).sorted()
      roles[name] = grant
    }
  }

  private mutating func setThreshold(_ threshold: Int, of role: Role?) throws(TrustRootChange.Problem) {
    for name in role.map({ [$0] }) ?? roles.keys.sorted() {
      // One environment may ask for more of those who hold a role for all.
      guard let grant = grant(for: name) else { throw .noSuchRole(name) }
      roles[name] = grant
      roles[name]?.threshold = threshold
    }
  }

  private func requireMeetableThresholds() throws(TrustRootChange.Problem) {
    for (role, grant) in roles.sorted(by: { $0.key < $1.key }) {
      // Without keys the role would fall to whoever holds it for every environment.
      guard !grant.keyIDs.isEmpty else { throw .roleWithoutKeys(role) }
      guard (1...grant.keyIDs.count).contains(grant.threshold) else {
        throw .threshold(role, threshold: grant.threshold, keys: grant.keyIDs.count)
      }
    }
  }
}
