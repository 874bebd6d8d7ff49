package import OCIImages
internal import ReleaseSigning

/// A manifest or an index as it was read, and what it is called.
package struct FetchedDocument: Hashable, Sendable {
  /// The bytes, from which the digest was computed.
  package let bytes: [UInt8]
  /// The digest, the length and the media type.
  package let descriptor: Descriptor
  /// What the bytes say.
  package let document: ImageDocument

  /// Reads a document.
  ///
  /// - Parameter announced: the media type that came with it, when one did.
  /// - Throws: `ImageDocumentError`.
  package init(_ bytes: [UInt8], mediaType announced: String?) throws(ImageDocumentError) {
    document = try ImageDocument(parsing: bytes, mediaType: announced)
    self.bytes = bytes
    descriptor = Descriptor(
      mediaType: document.mediaType, digest: Digest.sha256(bytes), size: Int64(bytes.count))
  }
}
