internal import ConventionalCommits
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// What git knows of the commits and tags that a release is made of.
struct History: Sendable {
  let repository: GitRepository
  let isShallow: Bool
  let planner: VersionPlanner

  /// Gathers what a plan is computed from, with few calls of git: tags that the commit can reach, all tags, one log.
  ///
  /// - Parameters:
  ///   - from: a tag to count from, instead of the highest reachable stable version.
  ///   - excluded: a tag that is looked past, so that a release can be derived again from where it was made.
  func facts(
    at head: String, from: String? = nil, asked: Version? = nil, excluding excluded: String? = nil
  ) throws -> VersionPlanner.Facts {
    let glob = planner.pattern.glob
    let reachable = try repository.tags(glob, mergedInto: head).filter { $0.name != excluded }.map {
      ($0.name, $0.commit)
    }
    let all = try repository.tags(glob).filter { $0.name != excluded }.map { ($0.name, $0.commit) }
    let base = try base(named: from, among: reachable)
    return VersionPlanner.Facts(
      head: head, isShallow: isShallow, reachableTags: reachable, allTags: all, base: base,
      commits: try commits(since: base?.commit, to: head), asked: asked)
  }

  private func base(named name: String?, among tags: [(name: String, commit: String)]) throws -> ReleaseTag? {
    guard let name else { return planner.base(among: tags) }
    guard let tag = tags.first(where: { $0.name == name }),
      let release = ReleaseTag(tag.name, commit: tag.commit, pattern: planner.pattern)
    else { throw PlanRefusal.unknownBase(name) }
    return release
  }

  /// Returns the commits since a base, newest first, those of the component's folder only.
  func commits(since base: String?, to head: String) throws(GitError) -> [CommitRecord] {
    let paths = planner.component.map { [":(top)\($0.path)"] } ?? []
    return try repository.commits(from: base, to: head, paths: paths).map { commit in
      CommitRecord(
        id: commit.id, authorName: commit.authorName, authorEmail: commit.authorEmail,
        committedAt: commit.committedAt,
        message: CommitMessage(parsing: commit.message, strict: planner.policy.isStrict),
        parentCount: commit.parents.count)
    }
  }
}

/// A name that the configuration does not have.
struct UnknownName: Error {
  enum Kind: String { case component, environment, channel }
  let kind: Kind
  let name: String
  let known: [String]
}

extension Session {
  /// Returns the history of a project or of one component of it.
  ///
  /// - Throws: `UnknownName`, `GitError`.
  func history(of workspace: Workspace, component: String?, channel: String?) throws -> History {
    let repository = try workspace.repository()
    let component = try component.map { name in
      guard let component = workspace.configuration.component(name) else {
        throw UnknownName(kind: .component, name: name, known: workspace.configuration.components.map(\.name))
      }
      return component
    }
    let (channel, line) = try self.channel(named: channel, in: workspace, repository)
    let planner = VersionPlanner(
      policy: workspace.configuration.version, component: component, channel: channel, line: line)
    try refuseUnsupported(workspace.configuration.version, component)
    return History(
      repository: repository, isShallow: workspace.facts?.isShallow ?? false, planner: planner)
  }

  /// The channel that was named, or the branch's, or the stable one; and the line of a maintenance branch.
  private func channel(
    named name: String?, in workspace: Workspace, _ repository: GitRepository
  ) throws -> (Channel, MaintenanceLine?) {
    let channels = workspace.configuration.channels
    let branch =
      try channels.isEmpty ? nil : repository.currentBranch().map { $0.dropFirst("refs/heads/".count) }
    guard
      let channel = try name.map({ try self.channel(named: $0, in: channels) })
        ?? branch.flatMap({ channels[String($0)] })
    else { return (.stable, nil) }
    guard channel == .maintenance else { return (channel, nil) }
    let place = name ?? branch.map(String.init) ?? ""
    guard let line = MaintenanceLine(place) ?? branch.flatMap({ MaintenanceLine(String($0)) }) else {
      throw NotSupported("maintenance on `\(place)`: a maintenance branch is named `1.x` or `1.2.x`")
    }
    return (channel, line)
  }

  private func channel(named name: String, in channels: [String: Channel]) throws -> Channel {
    if name == "stable" { return .stable }
    guard let channel = channels.values.first(where: { $0.name == name }) ?? channels[name] else {
      throw UnknownName(kind: .channel, name: name, known: Array(Set(channels.values.map(\.name))).sorted())
    }
    return channel
  }

  private func refuseUnsupported(_ policy: VersionPolicy, _ component: Component?) throws {
    if let component, !component.depends.isEmpty {
      throw NotSupported("components.\(component.name).depends")
    }
    if !policy.ignore.paths.isEmpty { throw NotSupported("version.ignore.paths") }
  }
}
