internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

extension GitRepository {
  /// Returns the tags that a remote has; nil without such a remote.
  ///
  /// - Throws: `GitError.remoteUnreachable`.
  func remoteTags(_ remote: String) throws(GitError) -> [GitTag]? {
    guard try remoteURL(remote) != nil else { return nil }
    return try remoteRefs(remote).tags
  }
}

extension RemoteRefs {
  /// The tags, each with what it leads to.
  var tags: [GitTag] {
    let (folder, mark) = ("refs/tags/", "^{}")
    return keys.filter { $0.utf8.starts(with: folder.utf8) && !$0.hasSuffix(mark) }.sorted().map { ref in
      GitTag(name: String(ref.dropFirst(folder.count)), commit: self[ref + mark] ?? self[ref] ?? "")
    }
  }
}

extension VersionPlanner {
  /// Returns the releases among the tags of a remote.
  func releases(among tags: [GitTag], of remote: String) -> RemoteReleases {
    let releases = tags.compactMap { ReleaseTag($0.name, commit: $0.commit, pattern: pattern) }
    return RemoteReleases(remote: remote, releases: releases)
  }
}
