internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// The stable branches before and after one, in a repository that has several: `main`, `next`, `next-major`.
struct NeighbouringBranches: Sendable {
  var preceding: [String] = []
  var following: [String] = []
}

extension History {
  /// Fills in what the neighbouring branches have released from the base on.
  func addNeighbours(
    to facts: inout VersionPlanner.Facts, among tags: ReleaseTags, by search: ReleaseSearch
  ) throws(GitError) {
    let names = neighbours.preceding + neighbours.following
    guard !names.isEmpty else { return }
    let ahead = tags.sorted.filter { tag in facts.base.map { $0.version <= tag.version } ?? true }
    facts.preceding = try versions(of: neighbours.preceding, among: ahead, by: search)
    facts.following = try versions(of: neighbours.following, among: ahead, by: search)
  }

  /// A branch that is not here, nor on the remote when it was last fetched, has nothing to say.
  private func versions(
    of branches: [String], among releases: [ReleaseTag], by search: ReleaseSearch
  ) throws(GitError) -> [Version] {
    var versions: [Version] = []
    for branch in branches {
      let places = ["refs/heads/\(branch)^{commit}", "refs/remotes/origin/\(branch)^{commit}"]
      guard let commit = try repository.objects(places).compactMap(\.self).first else { continue }
      var search = search
      search.head = try CommitReader.name(commit)
      let reached = try search.reachable(among: releases[...])
      versions += releases.filter { reached.contains($0.commit) }.map(\.version)
    }
    return versions
  }
}
