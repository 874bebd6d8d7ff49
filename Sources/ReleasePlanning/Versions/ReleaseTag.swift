package import SemanticVersions

/// A tag that names a release.
package struct ReleaseTag: Hashable, Sendable {
  /// The tag's name.
  package let name: String
  /// The version in it.
  package let version: Version
  /// The full name of the commit that it leads to.
  package let commit: String

  /// Reads a tag by a pattern; nil when it does not fit.
  package init?(_ name: String, commit: String, pattern: TagPattern) {
    guard let version = pattern.version(of: name) else { return nil }
    self.name = name
    self.version = version
    self.commit = commit
  }
}
