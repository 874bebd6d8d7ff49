package import ReleaseSigning
package import StrictJSON

/// What points to content: its type, its digest and its size (OCI image-spec, "Content descriptors").
package struct Descriptor: Hashable, Sendable {
  /// The type of the content.
  package let mediaType: String
  /// The digest of the content.
  package let digest: Digest
  /// The number of bytes of the content.
  package let size: Int64
  /// What kind of artifact the content is, when it is one.
  package let artifactType: String?
  /// Remarks, written in the order of their keys' bytes.
  package let annotations: [String: String]
  /// What the content runs on, within an index.
  package let platform: Platform?
  /// Where else the content may be had.
  package let urls: [String]

  /// A descriptor of these parts.
  package init(
    mediaType: String, digest: Digest, size: Int64, artifactType: String? = nil,
    annotations: [String: String] = [:], platform: Platform? = nil, urls: [String] = []
  ) {
    self.mediaType = mediaType
    self.digest = digest
    self.size = size
    self.artifactType = artifactType
    self.annotations = annotations
    self.platform = platform
    self.urls = urls
  }

  /// A descriptor of content that is in memory.
  package init(
    of content: [UInt8], mediaType: String, artifactType: String? = nil, annotations: [String: String] = [:]
  ) {
    self.init(
      mediaType: mediaType, digest: .sha256(content), size: Int64(content.count), artifactType: artifactType,
      annotations: annotations)
  }

  /// Type, digest and size alone.
  package var bare: Descriptor { Descriptor(mediaType: mediaType, digest: digest, size: size) }

  /// Returns the descriptor with these annotations instead of its own.
  package func with(annotations: [String: String]) -> Descriptor {
    Descriptor(
      mediaType: mediaType, digest: digest, size: size, artifactType: artifactType, annotations: annotations,
      platform: platform, urls: urls)
  }
}

extension Descriptor {
  /// The greatest number of addresses that is read.
  private static let maximumURLs = 100

  /// Reads a descriptor; members that the specification does not have are left out.
  ///
  /// - Throws: `ImageDocumentError`.
  package init(_ cursor: JSONCursor) throws(ImageDocumentError) { try self.init(DocumentCursor(cursor)) }

  private static let members = [
    "mediaType", "digest", "size", "urls", "annotations", "data", "platform", "artifactType",
  ]

  init(_ cursor: DocumentCursor) throws(ImageDocumentError) {
    try cursor.refuseOtherCapitals(of: Self.members)
    self.init(
      mediaType: try cursor.member("mediaType").mediaType(), digest: try cursor.member("digest").digest(),
      size: try cursor.member("size").size(), artifactType: try cursor.mediaType("artifactType"),
      annotations: try cursor.table("annotations"), platform: try cursor.platform("platform"),
      urls: try cursor.texts("urls", atMost: Self.maximumURLs))
  }

  /// The members in the order of the specification's own library.
  package var json: JSONObject {
    var object: JSONObject = [
      "mediaType": .string(mediaType), "digest": .string("sha256:\(digest.hex)"), "size": .integer(size),
    ]
    if !urls.isEmpty { object.append("urls", JSONValue(urls)) }
    if !annotations.isEmpty { object.append("annotations", .object(JSONObject(sorted: annotations))) }
    if let platform { object.append("platform", .object(platform.json)) }
    if let artifactType { object.append("artifactType", .string(artifactType)) }
    return object
  }
}

extension DocumentCursor {
  fileprivate func platform(_ key: String) throws(ImageDocumentError) -> Platform? {
    guard let cursor = try optional(key) else { return nil }
    return try Platform(cursor)
  }
}
