package import ReleaseSigning
internal import StrictJSON

/// One thing in which a trust root is otherwise than the one before it.
package enum TrustRootDifference: Hashable, Sendable {
  /// A key gets a role.
  case added(KeyID, name: String, Role)
  /// A key loses a role.
  case removed(KeyID, name: String, Role)
  /// A role asks for another number of keys; nil is no such role.
  case threshold(Role, from: Int?, to: Int?)
  /// A key is called otherwise.
  case renamed(KeyID, from: String, to: String)
  /// Another text: `expires`, `ledger_origin`, `project`.
  case text(field: String, from: String, to: String)
}

extension TrustRoot {
  /// Returns everything in which this root is otherwise than an earlier one, but for its version.
  package func differences(from earlier: TrustRoot) -> [TrustRootDifference] {
    let names = Set(roles.keys).union(earlier.roles.keys).sorted()
    return names.flatMap { differences(from: earlier, in: $0) } + renamings(from: earlier)
      + [
        ("project", earlier.project, project), ("expires", earlier.expires.description, expires.description),
        ("ledger_origin", earlier.ledgerOrigin, ledgerOrigin),
      ].filter { !$1.utf8.elementsEqual($2.utf8) }.map { .text(field: $0, from: $1, to: $2) }
  }

  private func differences(from earlier: TrustRoot, in role: Role) -> [TrustRootDifference] {
    let (before, after) = (earlier.roles[role], roles[role])
    let (old, new) = (before?.keyIDs ?? [], after?.keyIDs ?? [])
    let removed = old.filter { !new.contains($0) }
      .map { TrustRootDifference.removed($0, name: earlier.keys[$0]?.name ?? "", role) }
    let added = new.filter { !old.contains($0) }
      .map { TrustRootDifference.added($0, name: keys[$0]?.name ?? "", role) }
    let threshold: [TrustRootDifference] =
      before?.threshold == after?.threshold
      ? [] : [.threshold(role, from: before?.threshold, to: after?.threshold)]
    return removed + added + threshold
  }

  private func renamings(from earlier: TrustRoot) -> [TrustRootDifference] {
    keys.sorted { $0.key < $1.key }.compactMap { id, key in
      guard let before = earlier.keys[id], !before.name.utf8.elementsEqual(key.name.utf8) else { return nil }
      return .renamed(id, from: before.name, to: key.name)
    }
  }
}
