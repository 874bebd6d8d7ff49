package import ReleaseSigning
package import StrictJSON

/// An image that a build has made.
package struct BuiltImage: Hashable, Sendable {
  /// The target of the bake file; nil after `docker buildx build`, which has one.
  package let target: String?
  /// The names that the image was given.
  package let names: [ImageName]
  /// The digest of its manifest or index.
  package let digest: Digest
  /// Type and size of that, when the builder says.
  package let descriptor: Descriptor?
}

/// What `docker buildx build --metadata-file` and `docker buildx bake --metadata-file` write about their
/// images.
package struct BuildMetadata: Hashable, Sendable {
  /// The images, in the order of the file; none after a build that stored none.
  package let images: [BuiltImage]

  /// The limits of a file that may hold the provenance of each image.
  package static let limits = JSONLimits(bytes: 64 << 20, depth: JSONLimits.greatestDepth)
  private static let digestKey = "containerimage.digest"

  /// Reads such a file; targets without an image are left out.
  ///
  /// - Throws: `ImageDocumentError`.
  package init(parsing bytes: [UInt8]) throws(ImageDocumentError) {
    let document = try DocumentCursor(parsing: bytes, limits: Self.limits)
    let members = try document.members()
    guard try document.optional(Self.digestKey) == nil else {
      images = [try Self.image(document, target: nil)]
      return
    }
    var images: [BuiltImage] = []
    for (key, member) in members where Self.hasImage(member) {
      images.append(try Self.image(member, target: key))
    }
    self.images = images
  }

  private static func hasImage(_ member: DocumentCursor) -> Bool {
    guard case .object(let object) = member.json.value else { return false }
    return object[digestKey].map { $0 != .null } ?? false
  }

  private static func image(
    _ document: DocumentCursor, target: String?
  ) throws(ImageDocumentError) -> BuiltImage {
    let digest = try document.member(digestKey).digest()
    let descriptor = try document.descriptor("containerimage.descriptor")
    guard descriptor == nil || descriptor?.digest == digest else {
      throw .digestsDiffer(document.json.path)
    }
    return BuiltImage(
      target: target, names: try names(document.text("image.name") ?? ""), digest: digest,
      descriptor: descriptor)
  }

  private static func names(_ list: String) throws(ImageDocumentError) -> [ImageName] {
    try Array(list.utf8).split(separator: UInt8(ascii: ",")).map(Ascii.trimmed).filter { !$0.isEmpty }
      .map { (name) throws(ImageDocumentError) in try ImageName(listed: Ascii.text(name)) }
  }
}

extension ImageName {
  /// Reads a name that stands in a document.
  init(listed text: String) throws(ImageDocumentError) {
    do { try self.init(parsing: text) } catch { throw .name(text, error) }
  }
}
