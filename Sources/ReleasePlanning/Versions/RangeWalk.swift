/// Walks ranges of a graph; many walks of one graph share its notes.
package struct RangeWalk {
  private let graph: CommitGraph
  /// What the walk of this number found out about each commit.
  private var marks: [Int32]
  private var walk: Int32 = 0
  private var queue = MaximumQueue()
  /// How many commits of the queue may be in the range.
  private var wanted = 0

  /// Prepares walks of a graph.
  package init(_ graph: CommitGraph) {
    self.graph = graph
    marks = [Int32](repeating: 0, count: graph.count)
  }

  /// Returns the numbers of the commits that one reaches and another does not, the highest first.
  package mutating func commits(from base: Int?, to head: Int) -> [Int] {
    // Two marks for each walk, so that those of earlier ones mean nothing.
    walk += 2
    wanted = 0
    queue.removeAll()
    if let base { exclude(Int32(base)) }
    include(Int32(head))
    var found: [Int] = []
    while wanted > 0, let number = queue.popMaximum() {
      let isExcluded = marks[Int(number)] == walk + 1
      if !isExcluded {
        wanted -= 1
        found.append(Int(number))
      }
      for parent in graph.parents(of: Int(number)) { isExcluded ? exclude(parent) : include(parent) }
    }
    return found
  }

  private mutating func include(_ number: Int32) {
    guard marks[Int(number)] < walk else { return }
    marks[Int(number)] = walk
    queue.insert(number)
    wanted += 1
  }

  private mutating func exclude(_ number: Int32) {
    let mark = marks[Int(number)]
    guard mark != walk + 1 else { return }
    marks[Int(number)] = walk + 1
    if mark == walk {
      wanted -= 1
    } else {
      queue.insert(number)
    }
  }
}
