internal import ReleaseSigning

/// The releases that a remote has.
package struct RemoteReleases: Hashable, Sendable {
  /// The remote's name.
  package let remote: String
  /// Its releases.
  package let releases: [ReleaseTag]

  /// Makes a remote's releases.
  package init(remote: String, releases: [ReleaseTag]) {
    self.remote = remote
    self.releases = releases
  }

  /// The SHA-256 digest of the names and commits of all releases, in the order of their names, as lower-case
  /// hexadecimal digits: it changes when a tag is made, moved or removed.
  package var digest: String {
    let lines = releases.map { "\($0.name) \($0.commit)\n" }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return Digest.sha256(Array(lines.joined().utf8)).hex
  }
}

extension VersionPlanner {
  /// Refuses a plan that the releases of a remote speak against: the clone may lack tags, or the version be taken.
  ///
  /// - Parameter others: the commits of the range that touch other parts of the repository.
  /// - Throws: `PlanRefusal`.
  package func check(
    _ plan: VersionPlan, _ facts: Facts, others: [CommitName] = [], against remote: RemoteReleases
  ) throws(PlanRefusal) {
    let known = Set(facts.all.map(\.name))
    let unknown = remote.releases.filter { !known.contains($0.name) }
    try requireSame(facts.base, on: remote)
    let range = Set(unknown.isEmpty ? [] : facts.commits.map(\.id) + others)
    let missing = unknown.filter { $0.commit == facts.head || range.contains($0.commit) }
    guard missing.isEmpty else { throw .missingTags(remote: remote.remote, missing.map(\.name)) }
    guard let tag = plan.tag, unknown.contains(where: { $0.name.utf8.elementsEqual(tag.utf8) }) else {
      return
    }
    throw .tagOnRemote(tag, remote: remote.remote)
  }

  private func requireSame(_ base: ReleaseTag?, on remote: RemoteReleases) throws(PlanRefusal) {
    guard let base, let there = remote.releases.first(where: { $0.name.utf8.elementsEqual(base.name.utf8) }),
      there.commit != base.commit
    else { return }
    throw .tagDiffers(base.name, here: base.commit, there: there.commit, remote: remote.remote)
  }
}
