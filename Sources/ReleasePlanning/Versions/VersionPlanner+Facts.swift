package import SemanticVersions

extension VersionPlanner {
  /// What a plan is computed from.
  package struct Facts: Sendable {
    /// The commit that is to be released.
    package var head: CommitName
    /// Whether commits of the range may be missing: the clone is shallow, and the range meets its end.
    package var isCutOff: Bool
    /// The releases that the commit can reach: at least the base, those above it, and those that it is itself.
    package var reachable: [ReleaseTag]
    /// All releases of the repository.
    package var all: [ReleaseTag]
    /// The release to count from.
    package var base: ReleaseTag?
    /// The stable versions, from the base on, of the stable branches before this one.
    package var preceding: [Version] = []
    /// The stable versions, from the base on, of the stable branches after this one.
    package var following: [Version] = []
    /// Whether the base was named, and not found.
    package var isBaseNamed = false
    /// The latest stable release, where the base is a prerelease of the channel.
    package var stable: ReleaseTag?
    /// The commits since then, newest first.
    package var commits: [CommitReading]
    /// How these and all other commits of the range follow from one another.
    package var graph: CommitGraph
    /// The version that was asked for.
    package var asked: Version?
    /// What the component is built from and is released since the base, or with it.
    package var dependencies: [VersionPlan.Dependency] = []

    /// Gathers facts.
    package init(
      head: CommitName, isCutOff: Bool = false, reachable: [ReleaseTag], all: [ReleaseTag], base: ReleaseTag?,
      commits: [CommitReading], graph: CommitGraph? = nil, asked: Version? = nil
    ) {
      self.head = head
      self.isCutOff = isCutOff
      self.reachable = reachable
      self.all = all
      self.base = base
      self.commits = commits
      self.graph = graph ?? CommitGraph(commits)
      self.asked = asked
    }

    /// The latest stable release.
    var latestStable: ReleaseTag? { base.flatMap { $0.version.isPrerelease ? stable : $0 } ?? stable }

    /// The tags that could as well be the base: of the same version but for build metadata, on other commits.
    var ambiguousBase: [String]? {
      guard let base, !isBaseNamed else { return nil }
      let twins = reachable.filter { $0.version.hasSamePrecedence(as: base.version) }
      return Set(twins.map(\.commit)).count > 1 ? twins.map(\.name).sorted() : nil
    }
  }
}
