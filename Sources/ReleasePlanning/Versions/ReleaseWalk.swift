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
    tagged = Dictionary(grouping: tags.indices) { graph.number(of: tags[$0].commit) ?? -1 }
    walk = RangeWalk(graph)
  }

  /// Hands on every release that has one before it: the release, that one, the latest stable one, its commits.
  mutating func releases<Made>(
    _ make: (ReleaseTag, ReleaseTag, ReleaseTag?, [Int32]) -> Made
  ) -> [Made] {
    let stable = bases { !$0.version.isPrerelease }
    let lines = Dictionary(
      uniqueKeysWithValues: channels.map { channel in (channel, bases { $0.isPrerelease(of: channel) }) })
    let places = tagged.keys.filter { $0 >= 0 }.sorted().flatMap { number in
      (tagged[number] ?? []).sorted { tags[$0].version < tags[$1].version }.map { (number, $0) }
    }
    return places.compactMap { number, place in
      let tag = tags[place]
      let line = tag.version.isPrerelease ? lines[tag.version.channelIdentifier]?[number] : nil
      guard let base = [stable[number], line].compactMap(\.self).max(by: { $0.version < $1.version }) else {
        return nil
      }
      return make(tag, base, stable[number], commits(from: base, to: number))
    }
  }

  /// The channels of more than one release; where there are very many, their names are no names of channels.
  private var channels: [String] {
    let counts = Dictionary(
      tags.filter(\.version.isPrerelease).map { ($0.version.channelIdentifier, 1) }, uniquingKeysWith: +)
    return Array(counts.filter { $0.value > 1 }.sorted { $0.value > $1.value }.prefix(16).map(\.key))
  }

  private mutating func commits(from base: ReleaseTag, to number: Int) -> [Int32] {
    walk.commits(from: graph.number(of: base.commit), to: number).compactMap {
      places[$0] >= 0 ? places[$0] : nil
    }
  }

  /// For each commit with a tag the highest release of a kind that its parents reach.
  private func bases(of isWanted: (ReleaseTag) -> Bool) -> [Int: ReleaseTag] {
    let order = tags.indices.filter { isWanted(tags[$0]) }.sorted { tags[$0].version < tags[$1].version }
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
    return Dictionary(
      uniqueKeysWithValues: tagged.keys.filter { $0 >= 0 && best[$0] >= 0 }.map {
        ($0, tags[order[Int(best[$0])]])
      })
  }
}
