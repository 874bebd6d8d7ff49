internal import SemanticVersions

/// A whole history, in which every release is derived again.
///
/// The base of a release is the highest version that its commit's parents reach, of the stable ones and those of its
/// own prerelease channel: tags on one commit are several names of one state, and none is the base of another.
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
    var walk = ReleaseWalk(readings, graph, tags)
    releases = walk.releases { tag, base, stable, commits in
      Release(tag: tag, base: base, stable: stable, commits: commits)
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
  /// The planner for the channel that a version was released on.
  fileprivate func onChannel(of version: Version) -> VersionPlanner {
    guard version.isPrerelease else {
      return VersionPlanner(policy: policy, component: component)
    }
    let channel = Channel.prerelease(identifier: version.channelIdentifier)
    return VersionPlanner(policy: policy, component: component, channel: channel)
  }
}
