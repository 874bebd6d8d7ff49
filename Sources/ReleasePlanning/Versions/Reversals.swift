/// Which commits of a range undo which others.
///
/// Taken from the newest on: a revert that is itself undone undoes nothing, so that a revert of a revert brings the
/// first commit back. What is newer the graph says, for dates may be wrong.
struct Reversals {
  /// The commits that are undone, and by which.
  private(set) var undone: [CommitName: CommitName] = [:]
  /// The commits that undo others, and the first of these.
  private(set) var undoing: [CommitName: CommitName] = [:]

  /// Takes the commits of a range; what a rule leaves out undoes nothing.
  ///
  /// - Parameter graph: how these and all other commits of the range follow from one another.
  init(in commits: [CommitReading], of graph: CommitGraph) {
    guard commits.contains(where: { !$0.reversals.isEmpty && $0.exclusion == nil }) else { return }
    let ordered = commits.map { (number: graph.number(of: $0.id) ?? -1, commit: $0) }
      .sorted { $0.number > $1.number }.map(\.commit)
    var index = ReversalIndex(ordered)
    for (place, commit) in ordered.enumerated() where commit.exclusion == nil && undone[commit.id] == nil {
      for reversal in commit.reversals {
        let target = index.target(of: reversal, saidBy: commit, at: place) { undone[$0.id] == nil }
        if let target { undo(target, by: commit.id, graph) }
      }
    }
  }

  private mutating func undo(_ target: CommitReading, by revert: CommitName, _ graph: CommitGraph) {
    undone[target.id] = revert
    if undoing[revert] == nil { undoing[revert] = target.id }
    // A merge that is reverted takes with it what it had brought.
    guard target.isMerge, let mainLine = target.parents.first else { return }
    for commit in graph.commits(from: mainLine, to: target.id) where undone[commit] == nil {
      undone[commit] = revert
    }
  }
}
