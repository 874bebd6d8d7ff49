package import SemanticVersions

extension BumpRules {
  /// How far a commit moves the version, and what decided it.
  package struct Verdict: Hashable, Sendable {
    /// What decided about a commit.
    package enum Reason: Hashable, Sendable {
      /// The rule of this index in ``BumpRules/rules``.
      case rule(Int)
      /// The preset, for the commit's type.
      case preset(String)
      /// The commit is breaking.
      case breaking
      /// The preset gives the commit's type no effect.
      case noEffect(String)
      /// The message is not conventional.
      case notConventional
    }

    /// How far the commit moves the version.
    package let bump: Bump
    /// What decided it.
    package let because: Reason

    /// Makes a verdict.
    package init(bump: Bump, because: Reason) {
      self.bump = bump
      self.because = because
    }
  }
}
