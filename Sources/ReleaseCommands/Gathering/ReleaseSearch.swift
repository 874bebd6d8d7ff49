internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// Finds the release that a commit counts from, and the commits since then.
///
/// Which tags a commit reaches is a walk over all of history for git. The highest version is nearly always among them,
/// and that it is shows at the end of the range that is read anyway; only where it is not, git is asked about others.
struct ReleaseSearch {
  let repository: GitRepository
  var head: CommitName
  let reader: CommitReader

  /// A release, when there is one, and the commits since then.
  typealias Found = (base: ReleaseTag?, range: CommitRange)

  /// Returns the highest release that the next one may count from and the commit reaches.
  func highest(of tags: ReleaseTags) throws(GitError) -> Found {
    guard let first = tags.highest else { return (nil, try range(from: nil)) }
    if let found = try reached(first) { return found }
    let base = try firstReachable(of: tags.sorted.dropFirst())
    return (base, try range(from: base))
  }

  /// Returns a release and the commits since then; nil when the commit does not reach it.
  func reached(_ release: ReleaseTag) throws(GitError) -> Found? {
    let range = try range(from: release)
    return release.commit == head || range.boundary.contains(release.commit) ? (release, range) : nil
  }

  /// Returns the first of these releases that the commit reaches.
  func firstReachable(of releases: ArraySlice<ReleaseTag>) throws(GitError) -> ReleaseTag? {
    let reached = try reachable(among: releases, stoppingAtFirst: true)
    return releases.first { reached.contains($0.commit) }
  }

  /// Returns which of the releases' commits the commit reaches.
  ///
  /// A few are asked for one by one, many by one walk over all of history: `--merged` would be one call as well, but
  /// it goes by dates and is wrong where clocks were.
  func reachable(
    among releases: ArraySlice<ReleaseTag>, stoppingAtFirst isEnough: Bool = false
  ) throws(GitError) -> Set<CommitName> {
    var found: Set<CommitName> = []
    for release in releases.prefix(Self.few) {
      guard try repository.reaches(release.commit.description, from: head.description) else { continue }
      found.insert(release.commit)
      if isEnough { return found }
    }
    let rest = Set(releases.dropFirst(Self.few).map(\.commit))
    guard !rest.isEmpty else { return found }
    try repository.eachAncestor(of: head.description) { digits in
      if let name = CommitName(digits), rest.contains(name) { found.insert(name) }
    }
    return found
  }

  private static let few = 8

  private func range(from base: ReleaseTag?) throws(GitError) -> CommitRange {
    var query = GitLogQuery(from: base?.commit.description, to: head.description)
    query.tellsBoundary = base != nil
    return try CommitRange(query, of: repository, by: reader)
  }
}
