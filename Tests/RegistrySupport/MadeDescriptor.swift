/// A descriptor of OCI as a layout's files hold it.
package struct MadeDescriptor: Hashable, Sendable, Encodable {
  package struct Platform: Hashable, Sendable, Encodable {
    package var os: String
    package var architecture: String
    package var variant: String?

    package init(os: String = "linux", architecture: String = "amd64", variant: String? = nil) {
      (self.os, self.architecture, self.variant) = (os, architecture, variant)
    }
  }

  package var mediaType: String
  package var digest: String
  package var size: Int64
  package var platform: Platform?
  package var artifactType: String?
  package var annotations: [String: String]?

  package init(mediaType: String, digest: String, size: Int64) {
    (self.mediaType, self.digest, self.size) = (mediaType, digest, size)
  }
}

/// An image in a layout.
package struct MadeImage: Hashable, Sendable {
  package let descriptor: MadeDescriptor
  package let config: MadeDescriptor
  package let layers: [MadeDescriptor]

  /// The digest of its manifest.
  package var digest: String { descriptor.digest }
}

/// An index of images in a layout.
package struct MadeIndex: Hashable, Sendable {
  package let descriptor: MadeDescriptor
  /// The images of its platforms.
  package let images: [MadeImage]
  /// The attestation manifests, one for each image where there are any.
  package let attestations: [MadeDescriptor]

  /// The digest of the index.
  package var digest: String { descriptor.digest }
}
