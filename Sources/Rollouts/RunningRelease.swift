package import ReleaseManifests
package import ReleaseSigning

/// What a target says that it runs.
package struct RunningRelease: Hashable, Sendable {
  /// The version, as the target tells it.
  package let version: String
  /// The digest of the manifest that it was deployed from.
  package let manifestDigest: Digest

  /// Makes an answer of a target.
  package init(version: String, manifestDigest: Digest) {
    self.version = version
    self.manifestDigest = manifestDigest
  }

  /// Returns whether this is a release: the digest decides.
  package func isSame(as release: ReleaseReference) -> Bool { manifestDigest == release.manifestDigest }
}
