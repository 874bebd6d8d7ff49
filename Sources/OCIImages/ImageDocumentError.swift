package import StrictJSON

/// Why bytes are not the document about an image that they should be.
package enum ImageDocumentError: Error, Hashable, Sendable {
  /// The bytes are no strict JSON, or more than the limit.
  case notJSON(JSONError)
  /// The JSON has another shape.
  case shape(JSONShapeError)
  /// The document is of Docker's first format, whose parts no digest protects.
  case schema1
  /// `schemaVersion` is not 2.
  case schemaVersion(Int)
  /// The type is neither that of a manifest nor that of an index.
  case unknownType(String)
  /// No type is stated, and the members are neither those of a manifest nor those of an index.
  case unknownShape
  /// The document says that it is one thing, and who sent it that it is another.
  case contentType(stated: String, received: String)
  /// The document has members of a manifest and of an index, so that two readers could see two images
  /// (CVE-2021-41190).
  case ambiguous(member: String)
  /// A key is that of a member but for capitals, which readers in Go do not tell apart: they would see
  /// another value than this one does.
  case capitals(JSONPath, key: String)
  /// A text is no media type.
  case mediaType(JSONPath, String)
  /// A text is no digest in lower-case hex.
  case digest(JSONPath, String)
  /// A digest is of another algorithm than `sha256`.
  case algorithm(JSONPath, String)
  /// Two keys of a table are one to whoever compares text by meaning.
  case repeatedKey(JSONPath, String)
  /// A list is longer than the limit.
  case tooMany(JSONPath, Int)
  /// An image layout is of another version than `1.0.0`.
  case layoutVersion(String)
  /// A text should be the name of an image.
  case name(String, ImageNameProblem)
  /// Two places state two digests of one image.
  case digestsDiffer(JSONPath)
  /// There are none or several images where one is due.
  case imageCount(Int)
}
