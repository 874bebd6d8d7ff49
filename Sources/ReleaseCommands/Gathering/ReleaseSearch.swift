internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// Finds the release that a commit counts from, and the commits since then.
///
/// Which tags a commit reaches is a walk over all of history for git. The highest version is nearly always among them,
/// and that it is shows at the end of the range that is read anyway; only where it is not, git is asked about others.
struct ReleaseSearch {
  let repository: GitRepository
  let head: CommitName
  let reader: CommitReader
  let keepsRecords: Bool

  /// A release, when there is one, and the commits since then.
  typealias Found = (base: ReleaseTag?, range: CommitRange)

  /// Returns the highest stable release that the commit reaches.
  func highest(of tags: ReleaseTags) throws(GitError) -> Found {
    guard let first = tags.highest else { return (nil, try range(from: nil)) }
    if let found = try reached(first) { return found }
    let base = try firstReachable(of: tags.stable.dropFirst())
    return (base, try range(from: base))
  }

  /// Returns a release and the commits since then; nil when the commit does not reach it.
  func reached(_ release: ReleaseTag) throws(GitError) -> Found? {
    let range = try range(from: release)
    return release.commit == head || range.boundary.contains(release.commit) ? (release, range) : nil
  }

  /// Asks git about ever more releases at once.
  func firstReachable(of releases: ArraySlice<ReleaseTag>) throws(GitError) -> ReleaseTag? {
    var (rest, count) = (releases, 32)
    while !rest.isEmpty {
      let batch = rest.prefix(count)
      let reached = try repository.tags(batch.map(\.name), reachableFrom: head.description)
      if let found = batch.first(where: { reached.contains($0.name) }) { return found }
      rest = rest.dropFirst(count)
      count *= 32
    }
    return nil
  }

  private func range(from base: ReleaseTag?) throws(GitError) -> CommitRange {
    var query = GitLogQuery(from: base?.commit.description, to: head.description)
    query.tellsBoundary = base != nil
    return try CommitRange(query, of: repository, by: reader, keepingRecords: keepsRecords)
  }
}
