package import ReleaseSigning

/// What an engine says of an image that it has: the answer of `docker image inspect REFERENCE`.
package struct EngineImage: Hashable, Sendable {
  /// The engine's own id: the digest of the configuration, or with containerd's store that of the manifest.
  package let id: Digest
  /// The names with tags that the engine knows it by.
  package let tags: [ImageName]
  /// The names with digests by which it was pulled or pushed: one for each repository, and more where the
  /// image was moved between forms.
  package let digests: [ImageName]
  /// The labels.
  package let labels: [String: String]
  /// What the image runs on.
  package let platform: Platform
  /// The number of bytes that it takes in the engine's store, when it says so.
  package let size: Int64?
  /// Manifest or index in the store, when the engine says so.
  package let descriptor: Descriptor?

  /// The greatest number of names that is read.
  private static let maximumNames = 10_000

  /// Reads the answer about one image; what the engine lists as `<none>` is left out.
  ///
  /// - Throws: `ImageDocumentError`.
  package init(parsing bytes: [UInt8]) throws(ImageDocumentError) {
    let images = try DocumentCursor(parsing: bytes, limits: ImageDocument.limits).elements(atMost: 1000)
    guard let image = images.first, images.count == 1 else { throw .imageCount(images.count) }
    id = try image.member("Id").digest()
    tags = try Self.names(image, "RepoTags")
    digests = try Self.names(image, "RepoDigests").filter { $0.digest != nil }
    labels = try image.optional("Config")?.table("Labels") ?? [:]
    platform = Platform(
      os: try image.member("Os").string(), architecture: try image.member("Architecture").string(),
      variant: try image.text("Variant"), osVersion: try image.text("OsVersion"))
    size = try Self.size(image)
    descriptor = try image.descriptor("Descriptor")
  }

  /// Returns the digests that the image has in a repository, each once, in the order of the engine.
  package func digests(in name: ImageName) -> [Digest] {
    var seen: Set<Digest> = []
    return digests.filter { $0.familiar == name.familiar }.compactMap(\.digest)
      .filter { seen.insert($0).inserted }
  }

  private static func names(_ image: DocumentCursor, _ key: String) throws(ImageDocumentError) -> [ImageName]
  {
    try image.texts(key, atMost: maximumNames).filter { !Ascii.starts($0, with: "<none>") }
      .map { (name) throws(ImageDocumentError) in try ImageName(listed: name) }
  }

  private static func size(_ image: DocumentCursor) throws(ImageDocumentError) -> Int64? {
    guard let cursor = try image.optional("Size") else { return nil }
    return try cursor.size()
  }
}
