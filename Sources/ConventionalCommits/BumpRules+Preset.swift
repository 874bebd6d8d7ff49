import SemanticVersions

extension BumpRules {
  /// A published convention for the effect of each type. Breaking changes are major in all of them.
  package enum Preset: String, Hashable, CaseIterable, Sendable {
    /// The preset `conventionalcommits` of conventional-changelog.
    case conventionalcommits
    /// The default of semantic-release: the Angular convention. The `!` counts here, too.
    case angular
    /// The default of release-please.
    case releasePlease = "release-please"

    /// The types that the convention knows, those without effect included.
    package var types: [String] {
      let common = [
        "build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test",
      ]
      switch self {
      case .angular: return common
      case .conventionalcommits: return common + ["feature"]
      case .releasePlease: return common + ["feature", "deps"]
      }
    }

    /// The effect of a commit that is not breaking.
    ///
    /// For semantic-release, whose rules the first two presets follow, a `revert` has an effect only when it says
    /// with git's words which commit it takes back; release-please goes by the type alone.
    func bump(of type: String, takesBack: Bool) -> Bump {
      switch (type, self) {
      case ("feat", _), ("feature", .conventionalcommits), ("feature", .releasePlease): .minor
      case ("fix", _), ("perf", _), ("deps", .releasePlease), ("revert", .releasePlease): .patch
      case ("revert", _): takesBack ? .patch : .none
      default: .none
      }
    }
  }
}
