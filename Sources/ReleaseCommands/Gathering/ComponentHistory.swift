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
    tags = try ReleaseTags.all(of: repository, patterns: histories.map(\.planner.pattern))
    let objects = try repository.objects(["\(revision)^{commit}", "\(revision):\(CorrectionsSource.path)"])
    head = try CommitReader.name(objects[0] ?? repository.commit(revision))
    reader = try histories[0].reader(correctedBy: objects[1])
  }

  /// Returns what the plan of each component is computed from.
  func parts() throws -> [ComponentPart] {
    let bases = try bases()
    let commits = try TouchingCommits(
      query(bases), of: repository, by: reader, paths: histories.map { $0.planner.component?.pattern })
    let graph = commits.graph
    return try zip(histories.indices, bases).compactMap { index, base in
      guard let component = histories[index].planner.component else { return nil }
      let range = range(from: base, in: graph)
      let (touching, others) = commits.split(range, by: index)
      let isCutOff = histories[index].isShallow && (base == nil || commits.reachesRoot(within: range))
      let facts = VersionPlanner.Facts(
        head: head, isCutOff: isCutOff,
        reachable: try histories[index].reachable(from: head, base: base, tags[index]), all: tags[index].all,
        base: base, commits: touching)
      return ComponentPart(
        component: component, planner: histories[index].planner, facts: facts, others: others)
    }
  }

  private func range(from base: ReleaseTag?, in graph: CommitGraph) -> Set<CommitName> {
    guard base?.commit != head else { return [] }
    return Set(graph.commits(from: base?.commit, to: head))
  }

  /// The highest stable release of each component that the head reaches; most often the highest of all.
  private func bases() throws(GitError) -> [ReleaseTag?] {
    let tops = tags.compactMap(\.highest)
    let reached = tops.isEmpty ? [] : try repository.tags(tops.map(\.name), reachableFrom: head.description)
    let search = ReleaseSearch(repository: repository, head: head, reader: reader, keepsRecords: false)
    var bases: [ReleaseTag?] = []
    for releases in tags {
      let isReached = releases.highest.map { reached.contains($0.name) } ?? true
      bases.append(isReached ? releases.highest : try search.firstReachable(of: releases.stable.dropFirst()))
    }
    return bases
  }

  /// Nothing that all bases reach is needed.
  private func query(_ bases: [ReleaseTag?]) throws(GitError) -> GitLogQuery {
    let commits = Set(bases.compactMap { $0?.commit.description })
    guard !bases.contains(nil) else { return GitLogQuery(to: head.description) }
    return GitLogQuery(from: try repository.mergeBase(of: commits.sorted()), to: head.description)
  }
}
