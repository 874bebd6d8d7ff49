package import ReleaseManifests
package import ReleaseSigning
package import StrictJSON

/// What the ledger knows of an environment.
package struct EnvironmentState: Hashable, Sendable {
  /// What runs there, by component; the empty name is a repository that is one.
  package internal(set) var lanes: [String: Lane] = [:]
  /// Until when nothing is promoted there.
  package internal(set) var freeze: Freeze?
  /// Who agreed to which release.
  package internal(set) var approvals: [Digest: [Approval]] = [:]

  /// Returns the lane of a component.
  package func lane(of component: String?) -> Lane { lanes[component ?? ""] ?? Lane() }

  /// A time without promotions.
  package struct Freeze: Hashable, Sendable {
    /// When it ends.
    package let until: Timestamp
    /// Why.
    package let reason: String
  }

  /// Somebody's agreement to a release.
  package struct Approval: Hashable, Sendable {
    /// The keys that signed it.
    package let keys: [PublicKey]
    /// When.
    package let at: Timestamp
  }
}

/// The releases of one component in one environment.
package struct Lane: Hashable, Sendable {
  /// The releases proven healthy, the one that runs last; a rollback shortens it.
  package internal(set) var proven: [Placement] = []
  /// Every release that was ever proven healthy here.
  package internal(set) var everHealthy: [ReleaseReference: Placement] = [:]
  /// A promotion or rollback that has begun and not ended.
  package internal(set) var operation: Operation?
  /// Why a person must look: what runs is not what the ledger proved.
  package internal(set) var trouble: String?

  /// A lane in which nothing has happened.
  package init() {}

  /// What runs here, as far as the ledger proves.
  package var current: Placement? { proven.last }

  /// A release that was proven healthy.
  package struct Placement: Hashable, Sendable {
    /// The release.
    package let release: ReleaseReference
    /// Since when.
    package let since: Timestamp
    /// Who brought it here.
    package let actor: String
    /// The digest of what was put there, file by file; nil when it was not recorded.
    package var inventory: Digest?
  }

  /// A promotion or rollback under way.
  package struct Operation: Hashable, Sendable {
    /// What it is called.
    package let id: String
    /// Whether it goes back.
    package let isRollback: Bool
    /// The release that is to run.
    package let release: ReleaseReference
    /// Since when.
    package let startedAt: Timestamp
    /// Who began it.
    package let actor: String
    /// The digest of what was put there, file by file; nil when it was not recorded.
    package var inventory: Digest?
  }

  /// Returns the release that a rollback goes to: the newest proven one before the current that was not withdrawn.
  package func rollbackTarget(excluding yanked: Set<Digest>) -> Placement? {
    proven.dropLast().last { !yanked.contains($0.release.manifestDigest) && $0.release != current?.release }
  }
}
