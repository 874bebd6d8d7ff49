/// The `index.json` of an image layout: the images that a directory or an archive holds (OCI image-spec,
/// "Image Layout").
package struct LayoutIndex: Hashable, Sendable {
  /// What the layout holds.
  package let descriptors: [Descriptor]

  /// Reads the `index.json` of a layout.
  ///
  /// - Throws: `ImageDocumentError`.
  package init(parsing bytes: [UInt8]) throws(ImageDocumentError) {
    guard case .index(let index) = try ImageDocument(parsing: bytes, mediaType: nil) else {
      throw .unknownType(MediaType.ociManifest)
    }
    descriptors = index.manifests
  }

  /// Refuses the content of the file `oci-layout` unless it is of the one version that there is, `1.0.0`.
  ///
  /// - Throws: `ImageDocumentError`.
  package static func requireVersion(_ bytes: [UInt8]) throws(ImageDocumentError) {
    let document = try DocumentCursor(parsing: bytes, limits: ImageDocument.limits)
    let version = try document.member("imageLayoutVersion").string()
    guard version.utf8.elementsEqual("1.0.0".utf8) else { throw .layoutVersion(version) }
  }

  /// The tags of the layout, each once, in the order of their bytes.
  package var tags: [String] {
    Set(descriptors.flatMap(Self.tags)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the image with a tag, or without one the only image.
  ///
  /// - Throws: `LayoutProblem`.
  package func descriptor(tag: String?) throws(LayoutProblem) -> Descriptor {
    guard !descriptors.isEmpty else { throw .empty }
    let fitting = descriptors.filter { descriptor in
      tag.map { tag in Self.tags(of: descriptor).contains { $0.utf8.elementsEqual(tag.utf8) } } ?? true
    }
    guard let first = fitting.first else { throw .noSuchTag(tag ?? "", available: tags) }
    guard fitting.allSatisfy({ $0.digest == first.digest }) else { throw .several(tags) }
    return first
  }

  /// The tags of one entry, by the annotations of the specification and of containerd; either may hold a tag
  /// or a whole name.
  private static func tags(of descriptor: Descriptor) -> [String] {
    ["org.opencontainers.image.ref.name", "io.containerd.image.name"]
      .compactMap { descriptor.annotations[$0] }
      .compactMap { text in
        // What is no name has no tag to offer.
        ImageTag.isTag(text) ? text : (try? ImageName(parsing: text))?.tag
      }
  }
}
