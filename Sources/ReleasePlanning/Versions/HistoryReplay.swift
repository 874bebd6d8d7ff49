package import SemanticVersions

/// A whole history, in which every release that has one before it is derived again (see `ReleaseWalk`).
package struct HistoryReplay: Sendable {
  private let readings: [CommitReading]
  private let graph: CommitGraph
  /// The releases with a base, in the order of history, and what they are made of.
  private let releases: [Release]

  private struct Release: Sendable {
    let tag: ReleaseTag
    let base: ReleaseTag
    /// The latest stable release.
    let stable: ReleaseTag?
    /// Places of its commits, newest first.
    let commits: [Int32]
  }

  /// Takes a history.
  ///
  /// - Parameters:
  ///   - readings: the commits that may count, in any order.
  ///   - graph: how they and all others follow from one another.
  ///   - tags: the releases; those whose commit is not in the graph are left out.
  package init(_ readings: [CommitReading], in graph: CommitGraph, tags: [ReleaseTag]) {
    self.readings = readings
    var walk = ReleaseWalk(graph, places: graph.places(of: readings.lazy.map(\.id)), tags: tags)
    releases = walk.steps().compactMap { step in
      step.base.map { Release(tag: step.tag, base: $0, stable: step.stable, commits: step.commits) }
    }
    self.graph = graph
  }

  /// Returns what a policy makes of every release, in the order of history.
  package func replayed(by planner: VersionPlanner) -> [ReplayedRelease] {
    releases.map { release in
      ReplayedRelease(tag: release.tag, base: release.base, derived: derive(release, by: planner))
    }
  }

  /// The number of releases that have one before them.
  package var count: Int { releases.count }

  /// Returns the plan that a policy makes of a release.
  ///
  /// - Throws: `PlanRefusal`.
  package func plan(
    of release: ReplayedRelease, by planner: VersionPlanner
  ) throws(PlanRefusal) -> VersionPlan {
    guard let found = releases.first(where: { $0.tag == release.tag }) else {
      throw .unknownBase(release.tag.name)
    }
    return try plan(found, by: planner)
  }

  /// Returns how many releases a policy derives as they were published.
  package func agreement(with planner: VersionPlanner) -> Int {
    releases.count { derive($0, by: planner)?.hasSamePrecedence(as: $0.tag.version) ?? false }
  }

  private func derive(_ release: Release, by planner: VersionPlanner) -> Version? {
    // What no version can be made of has none to compare.
    do { return try plan(release, by: planner).next } catch { return nil }
  }

  private func plan(
    _ release: Release, by planner: VersionPlanner
  ) throws(PlanRefusal) -> VersionPlan {
    var facts = VersionPlanner.Facts(
      head: release.tag.commit, reachable: [], all: [], base: release.base,
      commits: release.commits.map { readings[Int($0)] }, graph: graph)
    facts.stable = release.stable
    return try planner.onChannel(of: release.tag.version).derive(facts)
  }
}

extension VersionPlanner {
  /// Returns the planner for the channel that a version was released on.
  package func onChannel(of version: Version) -> VersionPlanner {
    guard version.isPrerelease else {
      return VersionPlanner(policy: policy, component: component)
    }
    let channel = Channel.prerelease(identifier: version.channelIdentifier)
    return VersionPlanner(policy: policy, component: component, channel: channel)
  }
}
