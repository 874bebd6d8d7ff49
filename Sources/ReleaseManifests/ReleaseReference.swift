package import ReleaseSigning
package import SemanticVersions

/// A release by its version and by the digest of its manifest; the digest decides.
package struct ReleaseReference: Hashable, Sendable {
  /// The component of a repository that holds several; nil when the repository is one.
  package let component: String?
  /// The version.
  package let version: Version
  /// SHA-256 of the manifest's bytes.
  package let manifestDigest: Digest

  /// Makes a reference.
  package init(component: String?, version: Version, manifestDigest: Digest) {
    self.component = component
    self.version = version
    self.manifestDigest = manifestDigest
  }
}
