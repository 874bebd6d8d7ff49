/// Takes commits in any order and numbers them when all are there.
package struct CommitGraphBuilder {
  /// A number for each name, in the order in which the names came up, as commit or as parent.
  private var mentions: [CommitName: Int32] = [:]
  private var names: [CommitName] = []
  /// Where the parents of each begin, and how many there are; those that only came up as parents have none.
  private var places: [(start: Int32, count: Int32)] = []
  private var parents: [Int32] = []

  /// Begins without commits.
  package init() {}

  /// Adds a commit and returns the number under which the graph finds it without its name.
  @discardableResult
  package mutating func add(_ name: CommitName, parents: [CommitName]) -> Int32 {
    let mention = mention(of: name)
    places[Int(mention)] = (Int32(self.parents.count), Int32(parents.count))
    for parent in parents { self.parents.append(self.mention(of: parent)) }
    return mention
  }

  private mutating func mention(of name: CommitName) -> Int32 {
    if let known = mentions[name] { return known }
    let new = Int32(names.count)
    mentions[name] = new
    names.append(name)
    places.append((0, 0))
    return new
  }

  private func parents(of mention: Int32) -> ArraySlice<Int32> {
    let (start, count) = places[Int(mention)]
    return parents[Int(start)..<Int(start + count)]
  }

  /// Returns the graph.
  package consuming func graph() -> CommitGraph {
    let order = orderFromNewest()
    precondition(order.count == names.count, "no commit follows from itself")
    // The newest gets the highest number.
    var numbers = [Int32](repeating: 0, count: names.count)
    for (place, mention) in order.enumerated() { numbers[Int(mention)] = Int32(names.count - 1 - place) }
    var (numbered, starts): ([Int32], [Int32]) = ([], [0])
    numbered.reserveCapacity(parents.count)
    starts.reserveCapacity(names.count + 1)
    for mention in order.reversed() {
      for parent in parents(of: mention) { numbered.append(numbers[Int(parent)]) }
      starts.append(Int32(numbered.count))
    }
    return CommitGraph(
      places: mentions, numbers: numbers, names: order.reversed().map { names[Int($0)] }, parents: numbered,
      starts: starts)
  }

  /// Every commit before those that it follows from (Kahn's algorithm).
  private func orderFromNewest() -> [Int32] {
    var children = [Int32](repeating: 0, count: names.count)
    for mention in names.indices {
      for parent in parents(of: Int32(mention)) { children[Int(parent)] += 1 }
    }
    var order = names.indices.filter { children[$0] == 0 }.map(Int32.init)
    order.reserveCapacity(names.count)
    var next = 0
    while next < order.count {
      for parent in parents(of: order[next]) {
        children[Int(parent)] -= 1
        if children[Int(parent)] == 0 { order.append(parent) }
      }
      next += 1
    }
    return order
  }
}
