internal import Effects
internal import ReleasePlanning

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
    let component = try component.map { try self.component($0, in: workspace) }
    let (channel, line) = try self.channel(named: channel, in: workspace)
    let planner = VersionPlanner(
      policy: workspace.configuration.version, component: component, channel: channel, line: line,
      lines: workspace.configuration.channels.keys.compactMap(MaintenanceLine.init))
    return History(
      repository: try workspace.repository(), isShallow: workspace.facts?.isShallow ?? false,
      planner: planner,
      neighbours: channel == .stable ? try neighbours(in: workspace) : NeighbouringBranches())
  }

  /// The stable branches before and after the one that the head stands on.
  private func neighbours(in workspace: Workspace) throws -> NeighbouringBranches {
    let branches = workspace.configuration.stableBranches
    guard branches.count > 1, let place = try branch(of: workspace).flatMap(branches.firstIndex) else {
      return NeighbouringBranches()
    }
    return NeighbouringBranches(
      preceding: Array(branches[..<place]), following: Array(branches[(place + 1)...]))
  }

  private func component(_ name: String, in workspace: Workspace) throws -> Component {
    let components = workspace.configuration.components
    guard let component = components.first(where: { $0.name == name }) else {
      throw UnknownName(kind: .component, name: name, known: components.map(\.name))
    }
    if let unknown = component.depends.first(where: { name in !components.contains { $0.name == name } }) {
      throw UnknownName(kind: .component, name: unknown, known: components.map(\.name))
    }
    return component
  }

  /// The channel that was named, or the branch's, or the stable one; and the line of a maintenance branch.
  private func channel(
    named name: String?, in workspace: Workspace
  ) throws -> (Channel, MaintenanceLine?) {
    let channels = workspace.configuration.channels
    let branch = try branch(of: workspace)
    guard
      let channel = try name.map({ try self.channel(named: $0, in: channels) })
        ?? branch.flatMap({ channels.isEmpty ? .byDefault(for: $0) : channels[$0] })
    else { return (.stable, nil) }
    guard channel == .maintenance else { return (channel, nil) }
    let place = name ?? branch ?? ""
    guard let line = MaintenanceLine(place) ?? branch.flatMap(MaintenanceLine.init) else {
      throw NotSupported("maintenance on `\(place)`: a maintenance branch is named `1.x` or `1.2.x`")
    }
    return (channel, line)
  }

  private func channel(named name: String, in channels: [String: Channel]) throws -> Channel {
    if name == "stable" { return .stable }
    if channels.isEmpty, Channel.isIdentifier(name) {
      return MaintenanceLine(name) == nil ? .prerelease(identifier: name) : .maintenance
    }
    guard let channel = channels.values.first(where: { $0.name == name }) ?? channels[name] else {
      throw UnknownName(kind: .channel, name: name, known: Array(Set(channels.values.map(\.name))).sorted())
    }
    return channel
  }

  /// The branch that the head stands on, or else the one that the CI job says it was started for: its checkout stands
  /// on none.
  func branch(of workspace: Workspace) throws(GitError) -> String? {
    let isBare = workspace.facts?.isBare ?? false
    if let branch = try isBare ? workspace.repository().currentBranch() : workspace.facts?.branch {
      return String(branch.dropFirst("refs/heads/".count))
    }
    return branchOfJob
  }

  /// What GitHub and GitLab say: for a proposed change, the branch that it would be merged into.
  private var branchOfJob: String? {
    let isBranch = world.environment["GITHUB_REF_TYPE"] == "branch"
    let names =
      ["GITHUB_BASE_REF"] + (isBranch ? ["GITHUB_REF_NAME"] : [])
      + ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI_COMMIT_BRANCH"]
    return names.lazy.compactMap { world.environment[$0] }.first { !$0.isEmpty }
  }
}
