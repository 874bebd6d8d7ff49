/// One image of one platform, or an artifact (OCI image-spec, "Image manifest").
package struct ImageManifest: Hashable, Sendable {
  /// The type of the manifest.
  package let mediaType: String
  /// What kind of artifact it is, when it says so.
  package let artifactType: String?
  /// The configuration: what the image runs, and on what.
  package let config: Descriptor
  /// The layers, the lowest first; the files of an artifact.
  package let layers: [Descriptor]
  /// What the manifest refers to.
  package let subject: Descriptor?
  /// Remarks.
  package let annotations: [String: String]

  init(_ document: DocumentCursor, mediaType: String) throws(ImageDocumentError) {
    self.mediaType = mediaType
    artifactType = try document.mediaType("artifactType")
    config = try Descriptor(document.member("config"))
    layers = try document.descriptors("layers", atMost: ImageDocument.maximumEntries)
    subject = try document.descriptor("subject")
    annotations = try document.table("annotations")
  }

  /// Everything that a registry must have before the manifest: the configuration and the layers.
  package var blobs: [Descriptor] { [config] + layers }

  /// The bytes of configuration and layers together; the greatest number there is when they are more than
  /// that.
  package var contentSize: Int64 {
    blobs.reduce(0) { sum, blob in
      let (total, overflows) = sum.addingReportingOverflow(blob.size)
      return overflows ? .max : total
    }
  }

  /// What the referrers API lists as the kind: that of the artifact, else the type of the configuration
  /// (OCI Distribution 1.1, "Listing Referrers").
  package var effectiveArtifactType: String { artifactType ?? config.mediaType }
}
