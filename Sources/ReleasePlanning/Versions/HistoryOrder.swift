/// The order in which the commits of a release are told, whatever commit the walk began at.
///
/// Each comes before those that it follows from; of those that could come next, the latest does, and of equally late
/// ones the one with the higher name. That is `git log --date-order`, with the ties decided.
package struct HistoryOrder {
  /// What decides about a commit's place.
  package struct Commit {
    let name: CommitName
    let parents: [CommitName]
    /// When it was committed, in seconds.
    let date: Int64

    /// Takes a commit.
    package init(_ name: CommitName, parents: [CommitName], date: Int64) {
      self.name = name
      self.parents = parents
      self.date = date
    }
  }

  /// Returns the places of commits in order.
  package static func places(of commits: [Commit]) -> [Int] {
    HistoryOrder(commits).places()
  }

  private let parents: [[Int]]
  /// The commits from the one that comes last to the one that comes first where nothing else decides.
  private let ranked: [Int]

  private init(_ commits: [Commit]) {
    let places = Dictionary(zip(commits.map(\.name), commits.indices)) { first, _ in first }
    parents = commits.map { $0.parents.compactMap { places[$0] } }
    ranked = commits.indices.sorted {
      (commits[$0].date, commits[$0].name) < (commits[$1].date, commits[$1].name)
    }
  }

  private func places() -> [Int] {
    var ranks = [Int32](repeating: 0, count: ranked.count)
    for (rank, place) in ranked.enumerated() { ranks[place] = Int32(rank) }
    var children = [Int](repeating: 0, count: ranked.count)
    for place in parents.joined() { children[place] += 1 }
    var queue = MaximumQueue()
    for place in children.indices where children[place] == 0 { queue.insert(ranks[place]) }
    var order: [Int] = []
    while let rank = queue.popMaximum() {
      let place = ranked[Int(rank)]
      order.append(place)
      for parent in parents[place] {
        children[parent] -= 1
        if children[parent] == 0 { queue.insert(ranks[parent]) }
      }
    }
    return order
  }
}
