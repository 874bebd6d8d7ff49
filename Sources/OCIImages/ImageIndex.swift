/// A list of manifests, one a platform (OCI image-spec, "Image index").
package struct ImageIndex: Hashable, Sendable {
  /// The type of the index.
  package let mediaType: String
  /// What kind of artifact it is, when it says so.
  package let artifactType: String?
  /// What it lists.
  package let manifests: [Descriptor]
  /// What the index refers to.
  package let subject: Descriptor?
  /// Remarks.
  package let annotations: [String: String]

  init(_ document: DocumentCursor, mediaType: String) throws(ImageDocumentError) {
    self.mediaType = mediaType
    artifactType = try document.mediaType("artifactType")
    manifests = try document.descriptors("manifests", atMost: ImageDocument.maximumEntries)
    subject = try document.descriptor("subject")
    annotations = try document.table("annotations")
  }

  /// What an engine could run, and on what: everything with a platform that is not unknown.
  package var platforms: [(platform: Platform, descriptor: Descriptor)] {
    manifests.compactMap { manifest in
      manifest.platform.flatMap { $0.isUnknown ? nil : ($0, manifest) }
    }
  }

  /// What builders say about the images beside them: of an unknown platform, or of none and marked as such.
  ///
  /// A mark on a manifest with a platform counts for nothing, since engines run it all the same.
  package var attestations: [Descriptor] {
    manifests.filter { manifest in
      manifest.platform?.isUnknown ?? (manifest.annotations["vnd.docker.reference.type"] != nil)
    }
  }

  /// The images that it lists: all but what builders say about them. A digest that stands there both ways is an image.
  package var images: [Descriptor] { platforms.map(\.descriptor) + others }

  /// What is neither: images whose platform only their configuration tells, and further indexes.
  package var others: [Descriptor] {
    manifests.filter { $0.platform == nil && $0.annotations["vnd.docker.reference.type"] == nil }
  }
}
