internal import ConventionalCommits
internal import Effects
internal import ReleasePlanning

/// The commits of a range, as they come from git.
struct CommitRange {
  /// Those that may count, newest first.
  private(set) var readings: [CommitReading] = []
  /// Those that touch another part of the repository.
  private(set) var others: [CommitName] = []
  /// The commits at the end of the range.
  private(set) var boundary: Set<CommitName> = []
  /// Whether one of its lines ends without a parent.
  private(set) var reachesRoot = false
  /// How all of them follow from one another.
  private(set) var graph = CommitGraph([])

  private let reader: CommitReader
  private var links = CommitGraphBuilder()
  private var failure: GitError?

  /// Asks git.
  ///
  /// - Throws: `GitError`.
  init(
    _ query: GitLogQuery, of repository: GitRepository, by reader: CommitReader
  ) throws(GitError) {
    self.reader = reader
    var query = query
    query.tellsPaths = reader.needsPaths
    try repository.eachCommit(query) { take($0) }
    if let failure { throw failure }
    graph = links.graph()
    links = CommitGraphBuilder()
  }

  private mutating func take(_ record: GitLogRecord) {
    do throws(GitError) {
      let name = try CommitReader.name(record.idDigits)
      if record.isBoundary { return _ = boundary.insert(name) }
      let parents = try CommitReader.parents(of: record)
      links.add(name, parents: parents)
      reachesRoot = reachesRoot || parents.isEmpty
      if reader.isWanted(record) { try keep(record) } else { others.append(name) }
    } catch { failure = failure ?? error }
  }

  private mutating func keep(_ record: GitLogRecord) throws(GitError) {
    readings.append(try reader.reading(of: record, saying: reader.message(of: record)))
  }
}
