internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions

extension History {
  /// Reads the whole history: that of a commit and of all release tags.
  ///
  /// - Throws: `PlanRefusal.shallowHistory`, `GitError`.
  ///
  /// - Parameter progress: tells how many commits were read so far.
  func replay(at revision: String, _ progress: ProgressLine) throws -> HistoryReplay {
    guard !isShallow else { throw PlanRefusal.shallowHistory }
    let tags = try ReleaseTags.all(of: repository, for: [planner])[0].all
    let objects = try repository.objects(["\(revision)^{commit}", "\(revision):\(CorrectionsSource.path)"])
    let head = try objects[0] ?? repository.commit(revision)
    let reader = try reader(correctedBy: objects[1])
    var query = GitLogQuery(to: head)
    query.tags = planner.pattern.glob
    query.tellsPaths = reader.needsPaths
    let commits = try AllCommits(query, of: repository, by: reader, progress)
    return HistoryReplay(commits.readings, in: commits.graph.graph(), tags: tags)
  }
}

/// Every commit of a history: those that count in full, the others in the graph alone.
private struct AllCommits {
  private(set) var readings: [CommitReading] = []
  private(set) var graph = CommitGraphBuilder()
  private var failure: GitError?

  init(
    _ query: GitLogQuery, of repository: GitRepository, by reader: CommitReader, _ progress: ProgressLine
  ) throws(GitError) {
    var progress = progress
    defer { progress.finish() }
    try repository.eachCommit(query) { record in
      take(record, reader)
      progress.advance(to: readings.count)
    }
    if let failure { throw failure }
  }

  private mutating func take(_ record: GitLogRecord, _ reader: CommitReader) {
    do throws(GitError) {
      let reading = try reader.reading(of: record, saying: reader.message(of: record))
      graph.add(reading.id, parents: reading.parents)
      if reader.isWanted(record) { readings.append(reading) }
    } catch { failure = failure ?? error }
  }
}
