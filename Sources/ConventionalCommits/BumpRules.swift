package import SemanticVersions

/// Which commits move the version, and how far.
package struct BumpRules: Hashable, Sendable {
  /// The convention that decides where no rule does.
  package let preset: Preset
  /// The project's own rules; the first that matches wins, before the preset.
  package let rules: [Rule]
  /// What holds while the major version is zero.
  package let preMajor: PreMajor

  /// Makes rules; the defaults are those of the Conventional Commits specification.
  package init(preset: Preset = .conventionalcommits, rules: [Rule] = [], preMajor: PreMajor = PreMajor()) {
    self.preset = preset
    self.rules = rules
    self.preMajor = preMajor
  }

  /// Returns how far one commit moves the version, and what decided it.
  package func verdict(on message: CommitMessage) -> Verdict {
    verdict(on: message.kind, strict: message.isStrict)
  }

  /// Returns how far a commit of some kind moves the version, and what decided it.
  ///
  /// - Parameter strict: Whether a breaking change that is announced in the middle of a paragraph does not count.
  package func verdict(on kind: CommitKind, strict: Bool) -> Verdict {
    guard let type = kind.type else { return Verdict(bump: .none, because: .notConventional) }
    let isBreaking = kind.breaking.counts(strict: strict)
    if let index = rules.firstIndex(where: { $0.matches(type, kind.scope, isBreaking: isBreaking) }) {
      return Verdict(bump: rules[index].bump, because: .rule(index))
    }
    if isBreaking { return Verdict(bump: .major, because: .breaking) }
    let bump = preset.bump(of: type, takesBack: kind.takesBack)
    return Verdict(bump: bump, because: bump == .none ? .noEffect(type) : .preset(type))
  }

  /// Returns the bump that a release on top of `current` makes of the sum of its commits: while the major version
  /// is zero, ``PreMajor`` decides what a breaking change and what a feature is worth.
  package func effective(_ bump: Bump, on current: Version) -> Bump {
    guard current.isInitialDevelopment else { return bump }
    switch bump {
    case .major: return preMajor.breaking
    case .minor: return preMajor.feature
    case .patch, .none: return bump
    }
  }

  /// What breaking changes and features are worth while the major version is zero (SemVer 2.0.0, item 4).
  package struct PreMajor: Hashable, Sendable {
    /// The bump for a breaking change.
    package let breaking: Bump
    /// The bump for a feature.
    package let feature: Bump

    /// Makes the policy; by default a breaking change moves the minor version, as a feature does.
    package init(breaking: Bump = .minor, feature: Bump = .minor) {
      self.breaking = breaking
      self.feature = feature
    }
  }
}
