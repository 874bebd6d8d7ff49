package import ReleaseLedger
package import ReleaseManifests
package import ReleaseSigning
package import SemanticVersions

/// Why there is nothing to roll back to.
package enum RollbackRefusal: Error, Hashable, Sendable {
  /// The environment has never run a release of ours.
  case nothingRuns
  /// The ledger proves no earlier release that is still good.
  case nothingBefore(current: Version, yanked: [Version])
  /// The version that was asked for was never proven healthy there.
  case neverHealthy(Version)
  /// The version that was asked for was withdrawn.
  case yanked(Version, reason: String)
  /// Several components run there, and none was named.
  case componentNeeded([String])
}

/// Chooses the release that a rollback goes to, from the ledger alone.
package struct RollbackChoice: Sendable {
  private let lane: Lane
  private let yanked: [Digest: String]

  /// Takes the lane of an environment and what was withdrawn.
  package init(_ lane: Lane, yanked: [Digest: String]) {
    self.lane = lane
    self.yanked = yanked
  }

  /// Returns the release to go back to.
  ///
  /// Without a version it is the one proven healthy before the current; while a promotion is stuck or has failed
  /// half-way it is the current one itself, which the ledger still proves and the disk may not run.
  ///
  /// - Throws: `RollbackRefusal`.
  package func target(version: Version? = nil) throws(RollbackRefusal) -> ReleaseReference {
    guard let current = lane.current else { throw .nothingRuns }
    if let version { return try named(version) }
    if lane.operation != nil || lane.trouble != nil, yanked[current.release.manifestDigest] == nil {
      return current.release
    }
    guard let target = lane.rollbackTarget(excluding: Set(yanked.keys)) else {
      let withdrawn = lane.proven.map(\.release).filter { yanked[$0.manifestDigest] != nil }.map(\.version)
      throw .nothingBefore(current: current.release.version, yanked: withdrawn)
    }
    return target.release
  }

  private func named(_ version: Version) throws(RollbackRefusal) -> ReleaseReference {
    let proven = lane.everHealthy.values.filter { $0.release.version == version }.max { $0.since < $1.since }
    guard let release = proven?.release else { throw .neverHealthy(version) }
    if let reason = yanked[release.manifestDigest] { throw .yanked(version, reason: reason) }
    return release
  }
}
