package import ReleaseLedger
package import ReleaseManifests
package import ReleaseSigning
package import SemanticVersions
package import StrictJSON

/// What stands between a release and an environment.
package enum Obstacle: Hashable, Sendable {
  /// The release was withdrawn.
  case yanked(reason: String)
  /// It was never healthy in the environment that comes before.
  case orderNotMet(after: String)
  /// A newer release runs there; going back is a rollback.
  case olderThanCurrent(Version)
  /// Evidence is demanded, and no verdict is recorded.
  case gateMissing
  /// It has been healthy in the environment before, but not for long enough.
  case soaking(until: Timestamp)
  /// Too few people have agreed.
  case approvalsMissing(required: Int, given: Int)
  /// Nothing is promoted there for a time.
  case frozen(until: Timestamp, reason: String)
  /// Another promotion or rollback has begun there and not ended.
  case operationOpen(id: String, actor: String, since: Timestamp)

  /// Whether time or other people can take it away, so that trying again makes sense.
  package var passes: Bool {
    switch self {
    case .soaking, .approvalsMissing, .frozen, .operationOpen: true
    case .yanked, .orderNotMet, .olderThanCurrent, .gateMissing: false
    }
  }

  /// The code that scripts decide by.
  package var code: String {
    switch self {
    case .yanked: "yanked"
    case .orderNotMet: "order_not_met"
    case .olderThanCurrent: "older_than_current"
    case .gateMissing: "gate_missing"
    case .soaking: "soaking"
    case .approvalsMissing: "approvals_missing"
    case .frozen: "frozen"
    case .operationOpen: "operation_open"
    }
  }
}

/// Decides whether a release may go to an environment, from the ledger alone.
package struct PromotionGate: Sendable {
  let environment: Environment
  let state: LedgerState
  let now: Timestamp
  let approvers: Set<PublicKey>

  /// Makes a gate for one moment.
  ///
  /// - Parameter approvers: the keys whose approvals count today.
  package init(
    to environment: Environment, state: LedgerState, approvers: Set<PublicKey>, at now: Timestamp
  ) {
    self.approvers = approvers
    self.environment = environment
    self.state = state
    self.now = now
  }

  /// Returns everything that stands in the way, what never passes first.
  package func obstacles(to release: ReleaseReference) -> [Obstacle] {
    let all = [
      yanked(release), order(release), age(release), gates(), operation(release), freeze(), soak(release),
      approvals(release),
    ]
    let found = all.compactMap { $0 }
    return found.filter { !$0.passes } + found.filter(\.passes)
  }

  private func lane(_ release: ReleaseReference) -> Lane {
    state.environment(environment.name).lane(of: release.component)
  }

  private func yanked(_ release: ReleaseReference) -> Obstacle? {
    state.yanked[release.manifestDigest].map(Obstacle.yanked)
  }

  /// What comes before is a question to the ledger: the release must have been proven healthy there.
  private func order(_ release: ReleaseReference) -> Obstacle? {
    guard let after = environment.after else { return nil }
    return placement(of: release, in: after) == nil ? .orderNotMet(after: after) : nil
  }

  private func age(_ release: ReleaseReference) -> Obstacle? {
    guard let current = lane(release).current?.release.version, release.version < current else { return nil }
    return .olderThanCurrent(current)
  }

  private func gates() -> Obstacle? { environment.gates.isEmpty ? nil : .gateMissing }

  private func operation(_ release: ReleaseReference) -> Obstacle? {
    lane(release).operation.map { .operationOpen(id: $0.id, actor: $0.actor, since: $0.startedAt) }
  }

  private func freeze() -> Obstacle? {
    guard let freeze = state.environment(environment.name).freeze, freeze.until > now else { return nil }
    return .frozen(until: freeze.until, reason: freeze.reason)
  }

  private func soak(_ release: ReleaseReference) -> Obstacle? {
    guard let after = environment.after, environment.soak > .zero,
      let placement = placement(of: release, in: after)
    else { return nil }
    let end = placement.since.advanced(by: environment.soak)
    return end > now ? .soaking(until: end) : nil
  }

  /// Where a release stands proven: one that was rolled back from there no longer does.
  private func placement(of release: ReleaseReference, in environment: String) -> Lane.Placement? {
    state.environment(environment).lane(of: release.component).proven.last { $0.release == release }
  }

  /// Distinct keys count, not entries, and only those that may approve today.
  private func approvals(_ release: ReleaseReference) -> Obstacle? {
    let given = state.environment(environment.name).approvals[release.manifestDigest] ?? []
    let keys = Set(given.flatMap(\.keys)).intersection(approvers)
    guard keys.count < environment.approvals else { return nil }
    return .approvalsMissing(required: environment.approvals, given: keys.count)
  }
}
