internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// One history of several components.
struct ComponentHistory {
  private let histories: [History]
  private let repository: GitRepository
  private let head: CommitName
  private let tags: [ReleaseTags]
  private let reader: CommitReader

  init(_ histories: [History], of repository: GitRepository, at revision: String) throws {
    self.histories = histories
    self.repository = repository
    tags = try Self.usable(ReleaseTags.all(of: repository, for: histories.map(\.planner)), in: repository)
    let objects = try repository.objects(["\(revision)^{commit}", "\(revision):\(CorrectionsSource.path)"])
    head = try CommitReader.name(objects[0] ?? repository.commit(revision))
    reader = try histories[0].reader(correctedBy: objects[1])
  }

  /// Looks past tags that lead to no commit.
  private static func usable(
    _ tags: [ReleaseTags], in repository: GitRepository
  ) throws(GitError) -> [ReleaseTags] {
    var tags = tags
    while true {
      let tops = tags.indices.compactMap { place in tags[place].highest.map { (place, $0) } }
      let commits = try repository.objects(tops.map { "\($0.1.commit)^{commit}" })
      let misled = zip(tops, commits).filter { $1 == nil }.map(\.0)
      guard !misled.isEmpty else { return tags }
      for (place, top) in misled { tags[place].lookPast(top.commit) }
    }
  }

  /// Returns what the plan of each component is computed from.
  func parts() throws -> [ComponentPart] {
    var bases = tags.map(\.highest)
    var commits = try commits(since: bases)
    let unreached = bases.indices.filter { place in
      bases[place].map { !commits.reaches($0.commit, from: head) } ?? false
    }
    if !unreached.isEmpty {
      // One look at history for all of them.
      let candidates = unreached.map { tags[$0].sorted.dropFirst() }
      let reached = try search.reachable(among: candidates.flatMap(\.self)[...])
      for (index, releases) in zip(unreached, candidates) {
        bases[index] = releases.first { reached.contains($0.commit) }
      }
      commits = try self.commits(since: bases)
    }
    return try zip(histories.indices, bases).compactMap { index, base in
      try part(index, since: base, of: commits)
    }
  }

  private func part(
    _ index: Int, since base: ReleaseTag?, of commits: TouchingCommits
  ) throws(GitError) -> ComponentPart? {
    let history = histories[index]
    guard let component = history.planner.component else { return nil }
    let range = range(from: base, in: commits.graph)
    let (touching, others) = commits.split(range, by: index)
    var facts = VersionPlanner.Facts(
      head: head, isCutOff: history.isShallow && (base == nil || commits.reachesRoot(within: range)),
      reachable: try history.reachable(from: base, among: tags[index], by: search), all: tags[index].all,
      base: base, commits: touching, graph: commits.graph)
    facts.stable = try history.latestStable(below: base, among: tags[index], by: search)
    try history.addNeighbours(to: &facts, among: tags[index], by: search)
    return ComponentPart(component: component, planner: history.planner, facts: facts, others: others)
  }

  private var search: ReleaseSearch {
    ReleaseSearch(repository: repository, head: head, reader: reader)
  }

  private func range(from base: ReleaseTag?, in graph: CommitGraph) -> Set<CommitName> {
    guard base?.commit != head else { return [] }
    return Set(graph.commits(from: base?.commit, to: head))
  }

  /// The commits since the bases; nothing that all bases reach is needed.
  private func commits(since bases: [ReleaseTag?]) throws(GitError) -> TouchingCommits {
    var query = GitLogQuery(to: head.description)
    if !bases.contains(nil) {
      query.base = try repository.mergeBase(of: Set(bases.compactMap { $0?.commit.description }).sorted())
    }
    return try TouchingCommits(
      query, of: repository, by: reader, paths: histories.map { $0.planner.component?.pattern })
  }
}
