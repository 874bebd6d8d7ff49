internal import OCIImages
internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// A document of a release that is kept with its images.
struct Attachment: Sendable {
  /// What it is.
  enum Kind: String, Sendable {
    case manifest, provenance, sbom, gate
  }

  let kind: Kind
  /// The name of the file that it would be.
  let title: String
  /// What it is called among what refers to an image.
  let artifactType: String
  /// The type of its bytes.
  let mediaType: String
  let bytes: [UInt8]

  /// Its bytes as a blob.
  var layer: Descriptor {
    Descriptor(of: bytes, mediaType: mediaType, annotations: ["org.opencontainers.image.title": title])
  }

  /// The artifact that refers to an image; the same for the same release and image, whenever it is made.
  func artifact(on subject: Descriptor, of manifest: Manifest) -> ArtifactManifest {
    ArtifactManifest(
      artifactType: artifactType, layers: [layer], subject: subject,
      annotations: [
        "org.opencontainers.image.created": manifest.createdAt.description,
        "org.opencontainers.image.revision": manifest.source.commit,
        "org.opencontainers.image.version": manifest.version.description,
      ])
  }
}

/// The types by which attachments are found.
enum AttachmentType {
  /// A release's signed manifest.
  static let manifest = "application/vnd.release-toolkit.manifest.v1+dsse"
  /// A gate's signed verdict.
  static let gate = "application/vnd.release-toolkit.gate.v1+dsse"
  /// Signed SLSA provenance (in-toto attestation, spec/v1/envelope.md).
  static let provenance = "application/vnd.in-toto.provenance+dsse"
  /// Bills of materials.
  static let cyclonedx = "application/vnd.cyclonedx+json"
  static let spdx = "application/spdx+json"
  /// The bytes of an envelope (DSSE, protocol.md).
  static let envelope = "application/vnd.dsse.envelope.v1+json"
}

extension Attachment {
  /// A signed manifest.
  init(_ verified: VerifiedManifest) {
    self.init(
      kind: .manifest, title: "\(verified.manifest.version).json", artifactType: AttachmentType.manifest,
      mediaType: AttachmentType.envelope, bytes: verified.envelope.bytes)
  }

  /// A bill of materials.
  init(_ sbom: Manifest.SBOM, _ bytes: [UInt8]) {
    let type = sbom.format == "spdx" ? AttachmentType.spdx : AttachmentType.cyclonedx
    self.init(
      kind: .sbom, title: PathText.name(of: sbom.path.text), artifactType: type, mediaType: type, bytes: bytes
    )
  }

  /// The verdict of a gate, as it stands in the ledger.
  init(gate bytes: [UInt8], at index: UInt64) {
    self.init(
      kind: .gate, title: "gate-\(index).json", artifactType: AttachmentType.gate,
      mediaType: AttachmentType.envelope, bytes: bytes)
  }
}
