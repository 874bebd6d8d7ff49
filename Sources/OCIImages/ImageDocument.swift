package import StrictJSON

/// What a tag or a digest of a repository leads to.
package enum ImageDocument: Hashable, Sendable {
  /// One image of one platform, or an artifact.
  case manifest(ImageManifest)
  /// A list of manifests.
  case index(ImageIndex)

  /// The greatest length that is read (OCI Distribution 1.1, "Pushing manifests"), and the depth that is
  /// followed.
  package static let limits = JSONLimits(bytes: 4 << 20)
  /// The greatest number of manifests or layers that is read.
  package static let maximumEntries = 1000

  /// Reads a manifest or an index.
  ///
  /// - Parameter mediaType: the `Content-Type` that it was sent with; nil when nobody said.
  /// - Throws: `ImageDocumentError`.
  package init(parsing bytes: [UInt8], mediaType: String?) throws(ImageDocumentError) {
    let document = try DocumentCursor(parsing: bytes, limits: Self.limits)
    let type = try DocumentType(of: document, received: mediaType.map(MediaType.essence))
    switch type.kind {
    case .manifest: self = .manifest(try ImageManifest(document, mediaType: type.name))
    case .index: self = .index(try ImageIndex(document, mediaType: type.name))
    }
  }

  /// The type of the document.
  package var mediaType: String {
    switch self {
    case .manifest(let manifest): manifest.mediaType
    case .index(let index): index.mediaType
    }
  }

  /// What kind of artifact it is, when it says so.
  package var artifactType: String? {
    switch self {
    case .manifest(let manifest): manifest.effectiveArtifactType
    case .index(let index): index.artifactType
    }
  }

  /// What the document refers to.
  package var subject: Descriptor? {
    switch self {
    case .manifest(let manifest): manifest.subject
    case .index(let index): index.subject
    }
  }

  /// Remarks.
  package var annotations: [String: String] {
    switch self {
    case .manifest(let manifest): manifest.annotations
    case .index(let index): index.annotations
    }
  }
}
