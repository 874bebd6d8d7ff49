package import ConventionalCommits
internal import SemanticVersions

/// How well a policy explains a history.
package struct PolicyFit: Hashable, Sendable {
  /// The convention.
  package let preset: BumpRules.Preset
  /// How squashed commits are read.
  package let squash: VersionPolicy.Squash
  /// What holds while the major version is zero.
  package let preMajor: BumpRules.PreMajor
  /// How many releases come out as they were published.
  package let agreed: Int
  /// How many releases were derived.
  package let total: Int

  /// Tries every preset, with the rules that a planner has besides, and returns the best fit first; of equals the one
  /// that is nearer to the planner's own.
  package static func ranked(_ replay: HistoryReplay, by planner: VersionPlanner) -> [PolicyFit] {
    let fits = candidates(beside: planner).map { policy in
      let candidate = VersionPlanner(policy: policy, component: planner.component)
      return PolicyFit(
        preset: policy.rules.preset, squash: policy.squash, preMajor: policy.rules.preMajor,
        agreed: replay.agreement(with: candidate), total: replay.count)
    }
    // The first candidate is the planner's own policy; sorting that keeps order lets it win ties.
    return fits.enumerated().sorted { ($1.element.agreed, $0.offset) < ($0.element.agreed, $1.offset) }
      .map(\.element)
  }

  private static func candidates(beside planner: VersionPlanner) -> [VersionPolicy] {
    let own = planner.policy
    var policies = [own]
    for preset in BumpRules.Preset.allCases {
      for squash in VersionPolicy.Squash.allCases {
        for preMajor in preMajors {
          var policy = own
          policy.rules = BumpRules(preset: preset, rules: own.rules.rules, preMajor: preMajor)
          policy.chosenSquash = squash
          if !policies.contains(where: { $0.rules == policy.rules && $0.squash == squash }) {
            policies.append(policy)
          }
        }
      }
    }
    return policies
  }

  private static let preMajors: [BumpRules.PreMajor] = [
    .init(breaking: .minor, feature: .minor), .init(breaking: .minor, feature: .patch),
    .init(breaking: .major, feature: .minor),
  ]
}
