import ReleaseManifests
import Rollouts
import Testing

/// Everything that can come of a rollout: each state that can be reached, under each observation.
struct Exploration: CustomTestStringConvertible {
  let start: Rollout

  /// One observation in one state.
  struct Step: Hashable {
    let before: Rollout
    let observation: Observation
    let decision: Decision
    let after: Rollout
  }

  static let all = [
    Exploration(start: Rollout(.promotion, to: .intended, fallback: .fallback)),
    Exploration(start: Rollout(.promotion, to: .intended, fallback: nil)),
    Exploration(start: Rollout(.promotion, to: .intended, fallback: .intended)),
    Exploration(start: Rollout(.rollback, to: .intended, fallback: .fallback)),
    Exploration(start: Rollout(.rollback, to: .intended, fallback: nil)),
  ]

  static let promotions = all.filter { $0.start.direction == .promotion }
  static let rollbacks = all.filter { $0.start.direction == .rollback }

  static let observations: [Observation] = [
    .none, .applied, .failed(reason: "disk full"), .abort, .checked([]),
    .running(nil), .running(ReleaseReference.intended.running), .running(ReleaseReference.fallback.running),
    .running(ReleaseReference.other.running), .checked([CheckResult(.pass)]), .checked([CheckResult(.fail)]),
    .checked([CheckResult(.pass), CheckResult(.noData)]),
    .checked([CheckResult(.error), CheckResult(.pass)]),
  ]

  var testDescription: String {
    "\(start.direction), fallback \(start.fallback == nil ? "none" : start.fallback == .intended ? "itself" : "another")"
  }

  /// Every step that can be taken, breadth first, until no new state is found.
  var steps: Set<Step> {
    var steps: Set<Step> = []
    var seen: Set<Rollout> = [start]
    var queue = [start]
    while let before = queue.popLast() {
      for observation in Self.observations {
        var after = before
        let decision = after.decide(observation)
        steps.insert(Step(before: before, observation: observation, decision: decision, after: after))
        if seen.insert(after).inserted { queue.append(after) }
      }
    }
    return steps
  }

  /// The states from which an end can be reached.
  func statesThatCanEnd(_ steps: Set<Step>) -> Set<Rollout> {
    var states = Set(steps.map(\.after).filter(\.isEnded))
    while true {
      let grown = states.union(steps.filter { states.contains($0.after) }.map(\.before))
      if grown == states { return states }
      states = grown
    }
  }
}

extension Rollout {
  var isEnded: Bool { outcome != nil }

  var outcome: Outcome? {
    if case .ended(let outcome) = phase { outcome } else { nil }
  }

  var isOnItsWayBack: Bool {
    switch phase {
    case .restoring, .identifyingRestored, .checkingRestored: true
    default: false
    }
  }
}

extension Observation {
  var isHealthy: Bool {
    if case .checked(let results) = self { results.allSatisfy { $0.outcome == .pass } } else { false }
  }

  func runs(_ release: ReleaseReference?) -> Bool {
    guard case .running(let running) = self else { return false }
    return running?.manifestDigest == release?.manifestDigest
  }
}
