internal import SemanticVersions

/// Goes through the releases of a history from the first to the last.
///
/// The base of a release is the highest version that its commit's parents reach, of the stable ones and those of its
/// own prerelease channel.
package struct ReleaseWalk {
  private let graph: CommitGraph
  private let tags: [ReleaseTag]
  /// The places of the tags on each commit that has some.
  private let tagged: [Int: [Int]]
  /// The place of each commit among those that count; -1 for the others.
  private let places: [Int32]
  private var walk: RangeWalk

  /// A release and what it is made of.
  package struct Step: Sendable {
    /// The release.
    package let tag: ReleaseTag
    /// The release before it; nil for the first.
    package let base: ReleaseTag?
    /// The latest stable release before it.
    package let stable: ReleaseTag?
    /// The places of its commits, newest first.
    package let commits: [Int32]
  }

  /// Prepares the walk.
  ///
  /// - Parameters:
  ///   - graph: how all commits follow from one another.
  ///   - places: for the number of each commit its place among those that count; -1 for the others.
  ///   - tags: the releases; those whose commit is not in the graph are left out.
  package init(_ graph: CommitGraph, places: [Int32], tags: [ReleaseTag]) {
    self.graph = graph
    self.tags = tags
    self.places = places
    tagged = Dictionary(grouping: tags.indices) { graph.number(of: tags[$0].commit) ?? -1 }
      .filter { $0.key >= 0 }
    walk = RangeWalk(graph)
  }

  /// Returns every release, in the order of history.
  ///
  /// - Parameter below: whether the base has to be a lower version than the release, and may be one on the same commit:
  ///   what that has told already is not told again. Otherwise a release that was made of a higher version counts from
  ///   that, and tags on one commit are several names of one state, of which none is the base of another.
  package mutating func steps(below: Bool = false) -> [Step] {
    let stable = bases { !$0.version.isPrerelease }
    let channels = channels
    let rare = Set(channels.dropFirst(Self.counted))
    let lines = Dictionary(
      uniqueKeysWithValues: channels.prefix(Self.counted).map { channel in
        (channel, bases { $0.isPrerelease(of: channel) })
      })
    let places = tagged.keys.sorted().flatMap { number in
      (tagged[number] ?? []).sorted { tags[$0].version < tags[$1].version }.map { (number, $0) }
    }
    return places.map { number, place in
      let tag = tags[place]
      let channel = tag.version.isPrerelease ? tag.version.channelIdentifier : nil
      var base = [stable[number], channel.flatMap { lines[$0]?[number] }].compactMap(\.self)
        .max { $0.version < $1.version }
      let isRare = channel.map { rare.contains($0) } ?? false
      if isRare || below && base.map({ $0.version >= tag.version }) ?? false {
        base = highest(of: channel, below: below ? tag.version : nil, at: number)
      }
      if below { base = twin(of: tag, on: number, above: base) ?? base }
      return Step(tag: tag, base: base, stable: stable[number], commits: commits(from: base, to: number))
    }
  }

  /// Returns what is not released yet: the highest release of a kind that a commit reaches, and the commits since.
  package mutating func pending(
    at head: CommitName, since isWanted: (ReleaseTag) -> Bool
  ) -> (base: ReleaseTag?, commits: [Int32]) {
    guard let number = graph.number(of: head) else { return (nil, []) }
    let own = (tagged[number] ?? []).map { tags[$0] }.filter(isWanted)
    let base = (own + [best(of: isWanted, at: [number])[number]].compactMap(\.self))
      .max { $0.version < $1.version }
    return (base, commits(from: base, to: number))
  }

  /// The base of a release for which no table was made: the highest that its parents reach.
  private mutating func highest(
    of channel: String?, below limit: Version?, at number: Int
  ) -> ReleaseTag? {
    walk.commits(from: nil, to: number).dropFirst()
      .flatMap { tagged[$0] ?? [] }.map { tags[$0] }
      .filter { candidate in
        guard limit.map({ candidate.version < $0 }) ?? true else { return false }
        return !candidate.version.isPrerelease || channel.map(candidate.isPrerelease) ?? false
      }
      .max { $0.version < $1.version }
  }

  /// The highest lower release on the same commit, when it is higher than the base.
  private func twin(of tag: ReleaseTag, on number: Int, above base: ReleaseTag?) -> ReleaseTag? {
    let channel = tag.version.isPrerelease ? tag.version.channelIdentifier : nil
    return (tagged[number] ?? []).map { tags[$0] }.filter { twin in
      guard twin.version < tag.version, base.map({ $0.version < twin.version }) ?? true else { return false }
      return !twin.version.isPrerelease || channel.map(twin.isPrerelease) ?? false
    }.max { $0.version < $1.version }
  }

  /// The channels of more than one release, those of most first.
  private var channels: [String] {
    let counts = Dictionary(
      tags.filter(\.version.isPrerelease).map { ($0.version.channelIdentifier, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// So many channels get a table of their bases; where there are more, their names are no names of channels.
  private static let counted = 16

  private mutating func commits(from base: ReleaseTag?, to number: Int) -> [Int32] {
    walk.commits(from: base.flatMap { graph.number(of: $0.commit) }, to: number).compactMap {
      places[$0] >= 0 ? places[$0] : nil
    }
  }

  private func bases(of isWanted: (ReleaseTag) -> Bool) -> [Int: ReleaseTag] {
    best(of: isWanted, at: Array(tagged.keys))
  }

  /// For each of some commits the highest release of a kind that its parents reach.
  private func best(of isWanted: (ReleaseTag) -> Bool, at wanted: [Int]) -> [Int: ReleaseTag] {
    let order = tags.indices.filter { isWanted(tags[$0]) }.sorted { tags[$0].version < tags[$1].version }
    // The rank of the highest release on each commit, and of the highest that its parents reach.
    var own = [Int32](repeating: -1, count: graph.count)
    for (rank, place) in order.enumerated() {
      if let number = graph.number(of: tags[place].commit) { own[number] = Int32(rank) }
    }
    var best = [Int32](repeating: -1, count: graph.count)
    // Parents have lower numbers: theirs are known by then.
    for number in 0..<graph.count {
      for parent in graph.parents(of: number) {
        best[number] = max(best[number], best[Int(parent)], own[Int(parent)])
      }
    }
    return Dictionary(
      uniqueKeysWithValues: wanted.filter { best[$0] >= 0 }.map { ($0, tags[order[Int(best[$0])]]) })
  }
}
