internal import ConventionalCommits
package import SemanticVersions

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
  /// All maintenance branches.
  package let lines: [MaintenanceLine]

  /// Makes a planner.
  package init(
    policy: VersionPolicy, component: Component? = nil, channel: Channel = .stable,
    line: MaintenanceLine? = nil, lines: [MaintenanceLine] = []
  ) {
    self.policy = policy
    self.component = component
    self.channel = channel
    self.line = line
    self.lines = lines
  }

  /// The form of the tags.
  package var pattern: TagPattern { component?.tag ?? policy.tag }

  /// Returns whether a release may be what the next one counts from: a stable one, or one of the prerelease channel.
  package func mayCountFrom(_ release: ReleaseTag) -> Bool {
    guard release.version.isPrerelease else { return true }
    guard case .prerelease(let identifier) = channel else { return false }
    return release.isPrerelease(of: identifier)
  }

  /// Computes the plan.
  ///
  /// - Throws: `PlanRefusal`.
  package func plan(_ facts: Facts) throws(PlanRefusal) -> VersionPlan {
    if facts.isCutOff { throw .shallowHistory }
    if let twins = facts.ambiguousBase { throw .ambiguousTags(twins) }
    let plan = try derive(facts)
    if let next = plan.next { try requireFree(next, facts) }
    return plan
  }

  /// Computes the version that the commits ask for, whether it can be had or not.
  ///
  /// - Throws: `PlanRefusal`.
  package func derive(_ facts: Facts) throws(PlanRefusal) -> VersionPlan {
    let accounts = Accounting(facts.commits, of: facts.graph, under: policy).accounts.withFooters(facts)
    let bump = Set(accounts.map(\.bump)).map { effective($0, facts) }.max() ?? .none
    let (next, origin) = try next(facts, bump: bump, accounts)
    return VersionPlan(
      component: component?.name, channel: channel, base: facts.base, next: next,
      tag: next.map(pattern.tag(for:)), bump: next == nil ? .none : origin == .dependencies ? .patch : bump,
      headCommit: facts.head, commits: accounts, origin: origin, dependencies: facts.dependencies)
  }

  private func next(
    _ facts: Facts, bump: Bump, _ accounts: [AccountedCommit]
  ) throws(PlanRefusal) -> (Version?, VersionPlan.Origin) {
    if let asked = facts.asked { return (try above(facts.base, asked), .asked) }
    if let (version, commit) = try footer(in: accounts) {
      return (try above(facts.base, version), .footer(commit: commit))
    }
    guard bump != .none else { return try next(afterDependencies: facts) }
    guard let stable = facts.latestStable else { return (try inChannel(policy.initial, facts), .initial) }
    return (try inChannel(stable.version.bumped(by: bump), facts), .commits)
  }

  private func effective(_ bump: Bump, _ facts: Facts) -> Bump {
    facts.latestStable.map { policy.rules.effective(bump, on: $0.version) } ?? bump
  }

  /// A component whose own commits ask for nothing follows what it is built from.
  private func next(afterDependencies facts: Facts) throws(PlanRefusal) -> (Version?, VersionPlan.Origin) {
    guard let stable = facts.latestStable, !facts.dependencies.isEmpty else { return (nil, .commits) }
    return (try inChannel(stable.version.bumped(by: .patch), facts), .dependencies)
  }

  private func above(_ base: ReleaseTag?, _ version: Version) throws(PlanRefusal) -> Version {
    if let current = base?.version, version <= current { throw .notAbove(asked: version, current: current) }
    return version
  }

  /// The newest footer `Release-As` of the range; it lives no longer than the range, so it never sticks.
  private func footer(in accounts: [AccountedCommit]) throws(PlanRefusal) -> (Version, commit: CommitName)? {
    for account in accounts {
      guard case .releaseAs(let text) = account.because else { continue }
      let number = text.utf8.first.map { "vV".utf8.contains($0) } ?? false ? String(text.dropFirst()) : text
      do { return (try Version(parsing: number), account.commit.id) } catch {
        throw .footerUnreadable(text, commit: account.commit.id)
      }
    }
    return nil
  }

  /// On a prerelease channel `1.5.0` becomes `1.5.0-next.1`, or one more than the channel's last.
  private func inChannel(_ target: Version, _ facts: Facts) throws(PlanRefusal) -> Version {
    guard case .prerelease(let identifier) = channel else { return target }
    guard !identifier.isEmpty else { throw .channelIdentifier(identifier) }
    do { return try target.onChannel(identifier, after: facts.base.map { [$0.version] } ?? []) } catch {
      throw .channelIdentifier(identifier)
    }
  }

  private func requireFree(_ next: Version, _ facts: Facts) throws(PlanRefusal) {
    if let line { try require(next, in: window(of: line, facts), line: line.name) }
    let name = pattern.tag(for: next)
    if let taken = facts.all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      throw .tagExists(name, commit: taken.commit)
    }
    if channel == .stable {
      let own = facts.base.map { [$0.version] } ?? []
      try require(next, in: .stable(own: own, preceding: facts.preceding, following: facts.following))
    }
  }

  private func require(_ next: Version, in window: VersionWindow, line: String? = nil) throws(PlanRefusal) {
    guard window.contains(next) else { throw .outsideLine(next, line: line, window: window) }
  }

  /// A maintenance branch stays in its line and below what was released elsewhere.
  private func window(of line: MaintenanceLine, _ facts: Facts) -> VersionWindow {
    // All stable releases above the base are elsewhere: the base is the highest that the commit reaches.
    let above = facts.all.map(\.version).filter { version in
      !version.isPrerelease && facts.base.map { $0.version < version } ?? true
    }
    return line.window(own: facts.base.map { [$0.version] } ?? [], elsewhere: above, siblings: lines)
  }
}

extension [AccountedCommit] {
  /// The accounts with what became of the footers `Release-As`: the newest decides, those before it are overruled.
  fileprivate func withFooters(_ facts: VersionPlanner.Facts) -> [AccountedCommit] {
    func number(_ place: Int) -> Int { facts.graph.number(of: self[place].commit.id) ?? -1 }
    let asking = indices.filter { place in
      self[place].outcome != .cancelled && self[place].outcome != .ignored
        && self[place].commit.releaseAs.map { !facts.isReleased($0) } ?? false
    }
    guard let newest = asking.max(by: { number($0) < number($1) }) else { return self }
    var accounts = self
    for place in asking {
      let text = self[place].commit.releaseAs ?? ""
      accounts[place] =
        place == newest
        ? self[place].because(.releaseAs(text), .counted)
        : self[place].because(.overruled(text), self[place].outcome)
    }
    return accounts
  }
}

extension VersionPlanner.Facts {
  /// Whether the version that a footer asks for was released within the range: it is not asked for any more.
  fileprivate func isReleased(_ text: String) -> Bool {
    all.contains { tag in
      tag.version.description.utf8.elementsEqual(text.utf8) && graph.number(of: tag.commit) != nil
    }
  }
}
