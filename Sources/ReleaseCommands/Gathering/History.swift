internal import ConventionalCommits
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// What git knows of the commits and tags that a release is made of.
struct History: Sendable {
  let repository: GitRepository
  let isShallow: Bool
  let planner: VersionPlanner
  /// The other stable branches.
  var neighbours = NeighbouringBranches()

  /// What a plan is computed from.
  struct Gathered {
    var facts: VersionPlanner.Facts
    /// The commits of the range that touch other parts of the repository.
    let others: [CommitName]
    /// The names of tags of other forms.
    let foreignTags: [String]
  }

  /// Gathers what a plan is computed from, with few calls of git: all tags, a few names, one log.
  ///
  /// - Parameters:
  ///   - from: a tag to count from, instead of the highest reachable stable version.
  ///   - excluded: a tag that is looked past, so that a release can be derived again from where it was made.
  func gather(
    at revision: String, from: String? = nil, asked: Version? = nil, excluding excluded: String? = nil
  ) throws -> Gathered {
    let all = try ReleaseTags.all(of: repository, for: [planner], below: excluded)[0]
    let (head, tags, reader) = try look(at: revision, all)
    let search = ReleaseSearch(
      repository: repository, head: head, reader: reader)
    let (base, range) = try from.map { try search.from($0, among: tags) } ?? search.highest(of: tags)
    guard !isShallow || (base != nil && !range.reachesRoot) else { throw PlanRefusal.shallowHistory }
    var facts = VersionPlanner.Facts(
      head: head, reachable: try reachable(from: base, among: tags, by: search),
      all: tags.all, base: base, commits: range.readings, graph: range.graph, asked: asked)
    facts.isBaseNamed = from != nil
    facts.stable = try latestStable(below: base, among: tags, by: search)
    try addNeighbours(to: &facts, among: tags, by: search)
    return Gathered(
      facts: facts, others: range.others, foreignTags: tags.foreign)
  }

  /// Returns the same history, seen from the channel that a version was released on.
  func onChannel(of version: Version) -> History {
    History(repository: repository, isShallow: isShallow, planner: planner.onChannel(of: version))
  }

  /// Finds the commit of a revision, the corrections that it holds, and the releases: somebody may have tagged
  /// something else than a commit.
  private func look(
    at revision: String, _ tags: ReleaseTags
  ) throws -> (head: CommitName, tags: ReleaseTags, reader: CommitReader) {
    var tags = tags
    while true {
      let names = ["\(revision)^{commit}", "\(revision):\(CorrectionsSource.path)"]
      let top = tags.highest
      let objects = try repository.objects(names + [top].compactMap { $0.map { "\($0.commit)^{commit}" } })
      guard let head = objects[0] else {
        // Git says why.
        return (try CommitReader.name(repository.commit(revision)), tags, try reader(correctedBy: nil))
      }
      guard let top, objects[2] == nil else {
        return (try CommitReader.name(head), tags, try reader(correctedBy: objects[1]))
      }
      tags.lookPast(top.commit)
    }
  }

  /// Returns who reads commits, with the corrections of a file of git's store.
  func reader(correctedBy blob: String?) throws -> CommitReader {
    CommitReader(
      policy: planner.policy, corrections: try CorrectionsSource(repository).corrections(in: blob),
      path: planner.component?.pattern)
  }

  /// The base, the tags of the head itself, and those that could as well be the base.
  func reachable(
    from base: ReleaseTag?, among tags: ReleaseTags, by search: ReleaseSearch
  ) throws(GitError) -> [ReleaseTag] {
    let known = tags.all.filter { $0.commit == search.head || $0 == base }
    guard let base else { return known }
    let twins = tags.all.filter { $0.version.hasSamePrecedence(as: base.version) && !known.contains($0) }
    let reached = try search.reachable(among: twins[...])
    return known + twins.filter { reached.contains($0.commit) }
  }

  /// On a prerelease channel the next version leads on from the latest stable one.
  func latestStable(
    below base: ReleaseTag?, among tags: ReleaseTags, by search: ReleaseSearch
  ) throws(GitError) -> ReleaseTag? {
    guard let base, base.version.isPrerelease else { return nil }
    let stable = tags.sorted.filter { !$0.version.isPrerelease && $0.version < base.version }
    return try search.firstReachable(of: stable[...])
  }
}

extension ReleaseSearch {
  /// Returns the release of a tag that was named, and the commits since then.
  ///
  /// - Throws: `PlanRefusal.unknownBase`.
  fileprivate func from(_ name: String, among tags: ReleaseTags) throws -> Found {
    guard let release = tags.release(name), let found = try reached(release) else {
      throw PlanRefusal.unknownBase(name)
    }
    return found
  }
}
