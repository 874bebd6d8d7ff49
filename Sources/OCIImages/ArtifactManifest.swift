internal import StrictJSON

/// A manifest that attaches files to an image (OCI image-spec 1.1, "Guidelines for Artifact Usage").
///
/// Equal parts give equal bytes, so that attaching twice is attaching once.
package struct ArtifactManifest: Hashable, Sendable {
  /// The configuration of an artifact that has none.
  package static let emptyConfigBytes = Array("{}".utf8)
  /// The descriptor of that configuration.
  package static let emptyConfig = Descriptor(of: emptyConfigBytes, mediaType: MediaType.emptyConfig)

  /// What kind of artifact it is.
  package let artifactType: String
  /// The files; the empty configuration when there are none, since a manifest must have a layer.
  package let layers: [Descriptor]
  /// What the files are about: type, digest and size of it.
  package let subject: Descriptor
  /// Remarks.
  package let annotations: [String: String]

  /// A manifest of these parts; of the subject only type, digest and size count.
  package init(
    artifactType: String, layers: [Descriptor], subject: Descriptor, annotations: [String: String] = [:]
  ) {
    self.artifactType = artifactType
    self.layers = layers.isEmpty ? [Self.emptyConfig] : layers
    self.subject = subject.bare
    self.annotations = annotations
  }

  /// The manifest as a registry is to keep it: compact JSON without a final newline.
  package var bytes: [UInt8] {
    var document: JSONObject = [
      "schemaVersion": 2, "mediaType": .string(MediaType.ociManifest), "artifactType": .string(artifactType),
      "config": .object(Self.emptyConfig.json), "layers": .array(layers.map { .object($0.json) }),
      "subject": .object(subject.json),
    ]
    if !annotations.isEmpty { document.append("annotations", .object(JSONObject(sorted: annotations))) }
    return JSONValue.object(document).bytes
  }

  /// What lists the manifest among the referrers of its subject: kind and annotations beside it.
  package var descriptor: Descriptor {
    Descriptor(
      of: bytes, mediaType: MediaType.ociManifest, artifactType: artifactType, annotations: annotations)
  }
}
