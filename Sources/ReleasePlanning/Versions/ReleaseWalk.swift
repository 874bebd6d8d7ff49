internal import SemanticVersions

/// Goes through the releases of a history from the first to the last.
struct ReleaseWalk {
  private let graph: CommitGraph
  private let tags: [ReleaseTag]
  /// The places of the tags on each commit that has some.
  private let tagged: [Int: [Int]]
  /// The place of each commit among the readings; -1 for those that do not count.
  private let places: [Int32]
  private var walk: RangeWalk

  init(_ readings: [CommitReading], _ graph: CommitGraph, _ tags: [ReleaseTag]) {
    self.graph = graph
    self.tags = tags
    var places = [Int32](repeating: -1, count: graph.count)
    for (place, reading) in readings.enumerated() {
      if let number = graph.number(of: reading.id) { places[number] = Int32(place) }
    }
    self.places = places
    tagged = Dictionary(grouping: tags.indices) { place in
      graph.number(of: tags[place].commit) ?? -1
    }
    walk = RangeWalk(graph)
  }

  /// Hands on every release that has one before it: the release, that one, what it reaches, its commits.
  mutating func releases<Made>(
    _ make: (ReleaseTag, ReleaseTag, [ReleaseTag], [Int32]) -> Made
  ) -> [Made] {
    let bases = bases()
    return tagged.keys.filter { $0 >= 0 }.sorted().flatMap { number -> [Made] in
      guard bases[number] >= 0, let here = tagged[number] else { return [] }
      let base = tags[Int(bases[number])]
      let range = walk.commits(from: graph.number(of: base.commit), to: number)
      let within = range.dropFirst().flatMap { tagged[$0] ?? [] }.map { tags[$0] }
      let commits = range.compactMap { places[$0] >= 0 ? places[$0] : nil }
      return here.map { tags[$0] }.sorted { $0.version < $1.version }
        .map { make($0, base, within + [base], commits) }
    }
  }

  /// For each commit the place of the highest stable release that its parents reach; -1 for none.
  private func bases() -> [Int32] {
    let order = tags.indices.filter { !tags[$0].version.isPrerelease }
      .sorted { tags[$0].version < tags[$1].version }
    var ranks = [Int32](repeating: -1, count: tags.count)
    for (rank, place) in order.enumerated() { ranks[place] = Int32(rank) }
    var best = [Int32](repeating: -1, count: graph.count)
    // Parents have lower numbers: theirs are known by then.
    for number in 0..<graph.count {
      for parent in graph.parents(of: number) {
        let own = tagged[Int(parent)]?.map { ranks[$0] }.max() ?? -1
        best[number] = max(best[number], best[Int(parent)], own)
      }
    }
    return best.map { $0 < 0 ? -1 : Int32(order[Int($0)]) }
  }
}
