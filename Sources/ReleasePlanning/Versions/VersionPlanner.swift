internal import ConventionalCommits
package import SemanticVersions

/// Why no version can be named: guessing would be worse.
package enum PlanRefusal: Error, Hashable, Sendable {
  /// History ends before the last release: a shallow clone.
  case shallowHistory
  /// The version exists already, under a tag that this commit cannot reach.
  case tagExists(String, commit: String)
  /// The version that was asked for is not above the current one.
  case notAbove(asked: Version, current: Version)
  /// A footer `Release-As` holds no version.
  case footerUnreadable(String, commit: String)
  /// A tag that was named as the base is no release tag.
  case unknownBase(String)
  /// The channel's identifier cannot stand in a version.
  case channelIdentifier(String)
  /// The commits ask for a version that the maintenance branch may not release.
  case outsideLine(Version, line: String)
}

/// Computes the next version from a repository's facts.
package struct VersionPlanner: Sendable {
  /// How versions are computed and tags named.
  package let policy: VersionPolicy
  /// The component; nil when the repository is one.
  package let component: Component?
  /// What the branch releases.
  package let channel: Channel
  /// The versions that a maintenance branch may release; nil: all.
  package let line: MaintenanceLine?

  /// Makes a planner.
  package init(
    policy: VersionPolicy, component: Component? = nil, channel: Channel = .stable,
    line: MaintenanceLine? = nil
  ) {
    self.line = line
    self.policy = policy
    self.component = component
    self.channel = channel
  }

  /// The form of the tags.
  package var pattern: TagPattern { component?.tag ?? policy.tag }

  /// Returns the release that the next one counts from: the highest stable version that the commit can reach.
  ///
  /// - Parameter tags: names and commits of the tags that the commit can reach.
  package func base(among tags: [(name: String, commit: String)]) -> ReleaseTag? {
    releases(among: tags).filter { !$0.version.isPrerelease }.max { $0.version < $1.version }
  }

  private func releases(among tags: [(name: String, commit: String)]) -> [ReleaseTag] {
    tags.compactMap { ReleaseTag($0.name, commit: $0.commit, pattern: pattern) }
  }

  /// What a plan is computed from.
  package struct Facts: Sendable {
    /// The commit that is to be released.
    package var head: String
    /// Whether history is cut off.
    package var isShallow: Bool
    /// The tags that the commit can reach.
    package var reachableTags: [(name: String, commit: String)]
    /// All tags of the repository, and of the remote where it was asked.
    package var allTags: [(name: String, commit: String)]
    /// The release to count from.
    package var base: ReleaseTag?
    /// The commits since then, newest first.
    package var commits: [CommitRecord]
    /// The version that was asked for.
    package var asked: Version?

    /// Whether commits of the range may be missing: it reaches no release, or one of its lines ends without a parent.
    var isCutOff: Bool { base == nil || commits.contains { $0.parentCount == 0 } }

    /// Gathers facts.
    package init(
      head: String, isShallow: Bool, reachableTags: [(name: String, commit: String)],
      allTags: [(name: String, commit: String)], base: ReleaseTag?, commits: [CommitRecord],
      asked: Version? = nil
    ) {
      self.head = head
      self.isShallow = isShallow
      self.reachableTags = reachableTags
      self.allTags = allTags
      self.base = base
      self.commits = commits
      self.asked = asked
    }
  }

  /// Computes the plan.
  ///
  /// - Throws: `PlanRefusal`.
  package func plan(_ facts: Facts) throws(PlanRefusal) -> VersionPlan {
    if facts.isShallow, facts.isCutOff { throw .shallowHistory }
    let accounts = Accounting(facts.commits, under: policy).accounts
    let asked = accounts.map(\.bump).max() ?? .none
    let bump = facts.base.map { policy.rules.effective(asked, on: $0.version) } ?? asked
    let (next, origin) = try next(facts, bump: bump, accounts)
    if let next { try requireNew(next, facts) }
    return VersionPlan(
      component: component?.name, channel: channel, base: facts.base, next: next,
      tag: next.map(pattern.tag(for:)),
      bump: next == nil ? .none : bump, headCommit: facts.head, commits: accounts, origin: origin)
  }

  private func next(
    _ facts: Facts, bump: Bump, _ accounts: [AccountedCommit]
  ) throws(PlanRefusal) -> (Version?, VersionPlan.Origin) {
    if let asked = facts.asked { return (try above(facts.base, asked), .asked) }
    if let (version, commit) = try footer(in: accounts) {
      return (try above(facts.base, version), .footer(commit: commit))
    }
    guard bump != .none, !isReleasedOnChannel(facts) else { return (nil, .commits) }
    guard let base = facts.base else { return (try inChannel(policy.initial, facts), .initial) }
    return (try inChannel(base.version.bumped(by: bump), facts), .commits)
  }

  /// On a prerelease channel the range begins at the last stable release; a head that is a prerelease of the channel
  /// already brings nothing new.
  private func isReleasedOnChannel(_ facts: Facts) -> Bool {
    guard case .prerelease(let identifier) = channel else { return false }
    return releases(among: facts.reachableTags)
      .contains {
        $0.commit == facts.head
          && $0.version.prerelease.first?.text == identifier.split(separator: ".").first.map(String.init)
      }
  }

  private func above(_ base: ReleaseTag?, _ version: Version) throws(PlanRefusal) -> Version {
    if let current = base?.version, version <= current { throw .notAbove(asked: version, current: current) }
    return version
  }

  /// The newest footer `Release-As` of the range; it lives no longer than the range, so it never sticks.
  private func footer(in accounts: [AccountedCommit]) throws(PlanRefusal) -> (Version, commit: String)? {
    for account in accounts where account.outcome != .cancelled && account.outcome != .ignored {
      guard let text = account.commit.message.footers(named: "Release-As").last?.value else { continue }
      do { return (try Version(parsing: text), account.commit.id) } catch {
        throw .footerUnreadable(text, commit: account.commit.id)
      }
    }
    return nil
  }

  /// On a prerelease channel `1.5.0` becomes `1.5.0-next.1`, or one more than the last one of it.
  private func inChannel(_ target: Version, _ facts: Facts) throws(PlanRefusal) -> Version {
    guard case .prerelease(let identifier) = channel else { return target }
    let last = releases(among: facts.reachableTags).map(\.version)
      .filter {
        $0.core == target.core && $0.prerelease.dropLast().map(\.text).joined(separator: ".") == identifier
      }
      .max()
    do {
      let first = try Version(parsing: "\(target.core)-\(identifier).1")
      return try last?.nextPrerelease(.none, identifier: identifier, startingAt: 1) ?? first
    } catch {
      throw .channelIdentifier(identifier)
    }
  }

  private func requireNew(_ next: Version, _ facts: Facts) throws(PlanRefusal) {
    if let line, !line.contains(next) { throw .outsideLine(next, line: line.name) }
    let name = pattern.tag(for: next)
    if let taken = facts.allTags.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      throw .tagExists(name, commit: taken.commit)
    }
  }
}
