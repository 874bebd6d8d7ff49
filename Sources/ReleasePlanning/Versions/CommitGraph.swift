/// The commits of a history and how they follow from one another.
///
/// Commits are numbered so that each has a higher number than all that it follows from. What a release is made of
/// is a question to the graph, never to dates: the commits that its tag reaches and the tag before does not.
package struct CommitGraph: Sendable {
  /// The place in `numbers` of each name.
  private let places: [CommitName: Int32]
  private let numbers: [Int32]
  private let names: [CommitName]
  /// The numbers of the parents of all commits, one after the other.
  private let parents: [Int32]
  /// Where the parents of each commit begin in `parents`, and after the last one, where they end.
  private let starts: [Int32]

  /// The number of commits.
  package var count: Int { names.count }

  init(
    places: [CommitName: Int32], numbers: [Int32], names: [CommitName], parents: [Int32], starts: [Int32]
  ) {
    self.places = places
    self.numbers = numbers
    self.names = names
    self.parents = parents
    self.starts = starts
  }

  /// Makes the graph of commits in any order; a parent that is not among them is known by its name alone.
  package init(_ commits: [CommitReading]) {
    var builder = CommitGraphBuilder()
    for commit in commits { builder.add(commit.id, parents: commit.parents) }
    self = builder.graph()
  }

  /// Returns the number of a commit; nil when it never came up.
  package func number(of name: CommitName) -> Int? { places[name].map { Int(numbers[Int($0)]) } }

  /// Returns the number of a commit by what `CommitGraphBuilder.add` returned for it.
  package func number(added: Int32) -> Int32 { numbers[Int(added)] }

  /// Returns for the number of each commit its place among some; -1 where it is none of them.
  package func places(of names: some Sequence<CommitName>) -> [Int32] {
    var places = [Int32](repeating: -1, count: count)
    for (place, name) in names.enumerated() {
      if let number = number(of: name) { places[number] = Int32(place) }
    }
    return places
  }

  /// Returns the name of the commit of a number.
  package func name(of number: Int) -> CommitName { names[number] }

  /// Returns the numbers of the commits that one follows from.
  package func parents(of number: Int) -> ArraySlice<Int32> {
    parents[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Returns the graph with one more commit, which follows from one of the others.
  package func adding(_ name: CommitName, after parent: CommitName) -> CommitGraph {
    var builder = CommitGraphBuilder()
    for number in 0..<count {
      builder.add(names[number], parents: parents(of: number).map { names[Int($0)] })
    }
    builder.add(name, parents: [parent])
    return builder.graph()
  }

  /// Returns the commits that one reaches and another does not, later ones first.
  package func commits(from base: CommitName?, to head: CommitName) -> [CommitName] {
    guard let head = number(of: head) else { return [] }
    var walk = RangeWalk(self)
    return walk.commits(from: base.flatMap(number(of:)), to: head).map(name(of:))
  }
}
