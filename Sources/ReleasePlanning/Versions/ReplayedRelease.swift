package import SemanticVersions

/// A release of the past beside the version that a policy gives it.
package struct ReplayedRelease: Hashable, Sendable {
  /// The release as it was published.
  package let tag: ReleaseTag
  /// The release before it.
  package let base: ReleaseTag
  /// The version that its commits ask for; nil when they ask for none.
  package let derived: Version?

  /// Whether both are the same but for build metadata, which no commit asks for.
  package var agrees: Bool { derived?.hasSamePrecedence(as: tag.version) ?? false }
}
