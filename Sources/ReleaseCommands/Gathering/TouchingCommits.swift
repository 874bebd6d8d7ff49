internal import Effects
internal import ReleasePlanning

/// The commits of a history, and which of several folders each of them touches.
struct TouchingCommits {
  /// How the commits follow from one another.
  private(set) var graph: CommitGraph
  private var readings: [CommitReading] = []
  /// For each commit the numbers of the folders that it touches.
  private var touched: [[Int]] = []
  private var failure: GitError?

  /// Asks git.
  ///
  /// - Parameter paths: the folders; nil: everything.
  init(
    _ query: GitLogQuery, of repository: GitRepository, by reader: CommitReader, paths: [PathPattern?]
  ) throws(GitError) {
    var query = query
    query.tellsPaths = true
    graph = CommitGraph([])
    try repository.eachCommit(query) { take($0, reader, paths) }
    if let failure { throw failure }
    graph = CommitGraph(readings)
  }

  private mutating func take(_ record: GitLogRecord, _ reader: CommitReader, _ folders: [PathPattern?]) {
    do throws(GitError) {
      readings.append(try reader.reading(of: record, saying: reader.message(of: record)))
    } catch {
      failure = failure ?? error
      return
    }
    let paths = record.paths
    touched.append(folders.indices.filter { folders[$0].map { paths.contains(where: $0.matches) } ?? true })
  }

  /// Returns whether one commit reaches another, as far as the history goes.
  func reaches(_ commit: CommitName, from head: CommitName) -> Bool {
    // All commits are the head's; what came up as a parent is where they begin.
    commit == head || graph.number(of: commit) != nil
  }

  /// Returns the commits of a range, those first that touch a folder, and the names of the others.
  func split(_ range: Set<CommitName>, by folder: Int) -> (touching: [CommitReading], others: [CommitName]) {
    var (touching, others): ([CommitReading], [CommitName]) = ([], [])
    for (reading, folders) in zip(readings, touched) where range.contains(reading.id) {
      if folders.contains(folder) { touching.append(reading) } else { others.append(reading.id) }
    }
    return (touching, others)
  }

  /// Returns whether one of the commits of a range follows from none.
  func reachesRoot(within range: Set<CommitName>) -> Bool {
    readings.contains { $0.parents.isEmpty && range.contains($0.id) }
  }
}
