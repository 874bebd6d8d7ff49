internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions

/// Plans of a project, of one of its components, or of all of them.
struct Planning {
  let workspace: Workspace
  let session: Session
  /// The channel that was named; nil: the branch's.
  let channel: String?

  /// A plan, and what it rests on.
  struct Planned {
    let plan: VersionPlan
    let gathered: History.Gathered
    /// The remote's releases, when it was asked.
    let remote: RemoteReleases?
  }

  /// Plans a project or one of its components.
  ///
  /// - Parameters:
  ///   - preview: the message of a commit that is taken for the newest.
  ///   - remote: the remote that is asked for its releases; nil: none.
  /// - Throws: `PlanRefusal`, `UnknownName`, `GitError`.
  func plan(
    _ component: String?, at revision: String, from: String? = nil, asked: Version? = nil,
    preview: String? = nil, asking remote: String? = nil
  ) throws -> Planned {
    let history = try session.history(of: workspace, component: component, channel: channel)
    var gathered = try gather(history, at: revision, from: from, asked: asked)
    if let preview { add(preview, to: &gathered.facts) }
    if asked == nil { try requireForm(of: gathered, history.planner) }
    let plan = try history.planner.plan(gathered.facts)
    let tags = try tags(of: remote)
    let releases = tags.map { history.planner.releases(among: $0, of: remote ?? "") }
    if let releases {
      try history.planner.check(plan, gathered.facts, others: gathered.others, against: releases)
    }
    return Planned(plan: plan, gathered: gathered, remote: releases)
  }

  /// A project whose tags look otherwise is not told that its next version is the first one.
  private func requireForm(
    of gathered: History.Gathered, _ planner: VersionPlanner
  ) throws(PlanRefusal) {
    guard gathered.facts.all.isEmpty, workspace.configuration.components.isEmpty,
      let found = TagStyle.patterns(of: gathered.foreignTags).first
    else { return }
    throw .otherTagForm(planner.pattern.text, found: found.pattern.text, count: found.count)
  }

  /// Gathers what a plan is computed from, and what the component is built from.
  func gather(
    _ history: History, at revision: String, from: String? = nil, asked: Version? = nil
  ) throws -> History.Gathered {
    var gathered = try history.gather(at: revision, from: from, asked: asked)
    if history.planner.component?.depends.isEmpty == false {
      gathered.facts.dependencies = try dependencies(of: history, at: gathered.facts.head.description)
    }
    return gathered
  }

  /// Plans every component; without components, the project.
  func all(at revision: String, asking remote: String?) throws -> [VersionPlan] {
    guard !workspace.configuration.components.isEmpty else {
      return [try plan(nil, at: revision, asking: remote).plan]
    }
    let (components, tags) = (try ComponentPlans(self, at: revision), try tags(of: remote))
    return try components.plans { planner in
      tags.map { planner.releases(among: $0, of: remote ?? "") }
    }
  }

  /// What a component is built from and is released since its base, or with it.
  private func dependencies(of history: History, at head: String) throws -> [VersionPlan.Dependency] {
    let plans = try ComponentPlans(self, at: head, of: history.planner.component?.name).plans { _ in nil }
    return plans.first { $0.component == history.planner.component?.name }?.dependencies ?? []
  }

  /// A preview touches whatever is planned, and follows from the head.
  private func add(_ preview: String, to facts: inout VersionPlanner.Facts) {
    let message = CommitMessage(parsing: preview, strict: workspace.configuration.version.isStrict)
    let reading = CommitReading(id: .none, parents: [facts.head], message: message)
    facts.commits.insert(reading, at: 0)
    facts.graph = facts.graph.adding(reading.id, after: facts.head)
  }

  /// The tags of a remote; one that cannot be asked keeps nobody from planning, but it is said.
  func tags(of remote: String?) throws -> [GitTag]? {
    guard let remote else { return nil }
    do throws(GitError) { return try workspace.repository().remoteTags(remote) } catch {
      guard case .remoteUnreachable = error else { throw error }
      session.console.warning(
        "\(remote) cannot be asked for its release tags: the plan knows those here only")
      return nil
    }
  }
}
