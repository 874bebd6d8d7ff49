internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// The plans of all components.
struct ComponentPlans {
  private let parts: [ComponentPart]
  private let configuration: Configuration

  /// Gathers what the plans are computed from, in one pass over the history.
  ///
  /// - Parameter component: the component that is wanted, with what it is built from; nil: all.
  init(_ planning: Planning, at revision: String, of component: String? = nil) throws {
    let configuration = planning.workspace.configuration
    self.configuration = configuration
    let wanted = component.map { configuration.dependencies(of: $0).union([$0]) }
    let components = configuration.components.filter { wanted?.contains($0.name) ?? true }
    let histories = try components.map {
      try planning.session.history(
        of: planning.workspace, component: $0.name, channel: planning.channel)
    }
    parts = try ComponentHistory(histories, of: planning.workspace.repository(), at: revision).parts()
  }

  /// Returns the plans in the order of the components.
  ///
  /// - Parameter remote: the releases that the remote has of a component, when it was asked.
  /// - Throws: `PlanRefusal`.
  func plans(against remote: (VersionPlanner) -> RemoteReleases?) throws(PlanRefusal) -> [VersionPlan] {
    var made: [String: VersionPlan] = [:]
    for part in inOrderOfDependence {
      var facts = part.facts
      facts.dependencies = part.component.depends.compactMap { name in
        made[name].flatMap { part.dependency(on: $0) }
      }
      let plan = try part.planner.plan(facts)
      if let releases = remote(part.planner) {
        try part.planner.check(plan, facts, others: part.others, against: releases)
      }
      made[part.component.name] = plan
    }
    return parts.compactMap { made[$0.component.name] }
  }

  /// Each component after those that it is built from; the configuration has no circles.
  private var inOrderOfDependence: [ComponentPart] {
    parts.sorted {
      configuration.dependencies(of: $0.component.name).count
        < configuration.dependencies(of: $1.component.name).count
    }
  }
}

/// What the plan of one component is computed from.
struct ComponentPart {
  let component: Component
  let planner: VersionPlanner
  let facts: VersionPlanner.Facts
  /// The commits of the range that touch other parts of the repository.
  let others: [CommitName]

  /// What there is to follow of a component that this one is built from: a version that is due, or one that was
  /// released after this one's base.
  func dependency(on plan: VersionPlan) -> VersionPlan.Dependency? {
    let name = plan.component ?? ""
    if let next = plan.next { return .init(component: name, version: next, isPending: true) }
    guard let base = plan.base else { return nil }
    guard others.contains(base.commit) || facts.commits.contains(where: { $0.id == base.commit }) else {
      return nil
    }
    return .init(component: name, version: base.version, isPending: false)
  }
}
