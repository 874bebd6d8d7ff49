package import SemanticVersions

extension BumpRules {
  /// A rule of the project: the commits that it is about, and their effect.
  package struct Rule: Hashable, Sendable {
    /// The type, compared without regard to ASCII case; `nil` for any.
    package let type: String?
    /// The whole scope, compared without regard to ASCII case; `nil` for any, also for none.
    package let scope: String?
    /// Whether the rule is about breaking commits.
    ///
    /// A rule that does not say leaves breaking commits to the rules and to the preset after it: "`build` is a
    /// patch" is not meant to turn `build!` into one.
    package let isBreaking: Bool?
    /// The effect.
    package let bump: Bump

    /// Makes a rule.
    package init(type: String? = nil, scope: String? = nil, isBreaking: Bool? = nil, bump: Bump) {
      self.type = type
      self.scope = scope
      self.isBreaking = isBreaking
      self.bump = bump
    }

    func matches(_ type: String, _ scope: String?, isBreaking: Bool) -> Bool {
      (self.isBreaking ?? false) == isBreaking
        && Self.matches(self.type, type)
        && Self.matches(self.scope, scope)
    }

    private static func matches(_ wanted: String?, _ actual: String?) -> Bool {
      guard let wanted else { return true }
      return actual?.isEqual(ignoringAsciiCase: wanted) ?? false
    }
  }
}
