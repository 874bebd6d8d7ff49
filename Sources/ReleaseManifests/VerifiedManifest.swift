package import ReleaseSigning

/// A manifest whose signatures have been checked against trust: what alone may be deployed.
///
/// Only `ManifestVerifier` makes one.
package struct VerifiedManifest: Hashable, Sendable {
  /// What the release is made of.
  package let manifest: Manifest
  /// The envelope that it came in.
  package let envelope: Envelope
  /// The distinct keys that signed, of those that were trusted.
  package let signers: [PublicKey]

  init(manifest: Manifest, envelope: Envelope, signers: [PublicKey]) {
    self.manifest = manifest
    self.envelope = envelope
    self.signers = signers
  }

  /// SHA-256 of the manifest's bytes.
  package var digest: Digest { envelope.payloadDigest }

  /// The release by version and digest.
  package var reference: ReleaseReference {
    ReleaseReference(component: manifest.component, version: manifest.version, manifestDigest: digest)
  }
}
