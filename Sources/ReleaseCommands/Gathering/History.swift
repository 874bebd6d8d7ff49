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

  /// What a plan is computed from, and its commits in full where they were asked for.
  struct Gathered {
    var facts: VersionPlanner.Facts
    let records: [CommitRecord]
    /// The commits of the range that touch other parts of the repository.
    let others: [CommitName]
  }

  /// Gathers what a plan is computed from, with few calls of git: all tags, a few names, one log.
  ///
  /// - Parameters:
  ///   - from: a tag to count from, instead of the highest reachable stable version.
  ///   - excluded: a tag that is looked past, so that a release can be derived again from where it was made.
  func gather(
    at revision: String, from: String? = nil, asked: Version? = nil, excluding excluded: String? = nil,
    keepingRecords: Bool = false
  ) throws -> Gathered {
    let all = try ReleaseTags.all(of: repository, patterns: [planner.pattern], excluding: excluded)[0]
    let (head, tags, reader) = try look(at: revision, all)
    let search = ReleaseSearch(
      repository: repository, head: head, reader: reader, keepsRecords: keepingRecords)
    let (base, range) = try from.map { try search.from($0, among: tags) } ?? search.highest(of: tags)
    var facts = VersionPlanner.Facts(
      head: head, isCutOff: isShallow && (base == nil || range.reachesRoot),
      reachable: try reachable(from: base, among: tags, by: search), all: tags.all, base: base,
      commits: range.readings, asked: asked)
    try addNeighbours(to: &facts, among: tags, by: search)
    return Gathered(facts: facts, records: range.records, others: range.others)
  }

  /// Returns all releases that a commit reaches.
  func reachedReleases(from revision: String) throws(GitError) -> [ReleaseTag] {
    var reached: Set<CommitName> = []
    try repository.eachAncestor(of: revision) { digits in
      if let name = CommitName(digits) { reached.insert(name) }
    }
    return try ReleaseTags.all(of: repository, patterns: [planner.pattern])[0].all
      .filter { reached.contains($0.commit) }
  }

  /// Returns the commits that one reaches and another does not, newest first.
  func records(since base: String?, to head: String) throws -> [CommitRecord] {
    let corrections = try repository.objects(["\(head):\(CorrectionsSource.path)"])[0]
    return try CommitRange(
      GitLogQuery(from: base, to: head), of: repository, by: reader(correctedBy: corrections),
      keepingRecords: true
    ).records
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
      tags.remove(top)
    }
  }

  /// Returns who reads commits, with the corrections of a file of git's store.
  func reader(correctedBy blob: String?) throws -> CommitReader {
    CommitReader(
      policy: planner.policy, corrections: try CorrectionsSource(repository).corrections(in: blob),
      path: planner.component?.pattern)
  }

  /// The base, the tags of the head itself, and on a prerelease channel its prereleases above the base.
  func reachable(
    from base: ReleaseTag?, among tags: ReleaseTags, by search: ReleaseSearch
  ) throws(GitError) -> [ReleaseTag] {
    let known = tags.all.filter { $0.commit == search.head || $0 == base }
    let doubtful = tags.all.filter { isDoubtful($0, base) && !known.contains($0) }
    let reached = try search.reachable(among: doubtful[...])
    return known + doubtful.filter { reached.contains($0.commit) }
  }

  /// Whether a plan needs to know if the release is reached: a prerelease of the channel, or a twin of the base.
  private func isDoubtful(_ release: ReleaseTag, _ base: ReleaseTag?) -> Bool {
    if let base, release.version.hasSamePrecedence(as: base.version) { return true }
    guard case .prerelease = planner.channel, release.version.isPrerelease else { return false }
    return base.map { $0.version < release.version } ?? true
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
