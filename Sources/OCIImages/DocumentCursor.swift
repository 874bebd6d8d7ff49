internal import ReleaseSigning
internal import StrictJSON

/// A cursor on a document about an image: reads the types that such documents are made of.
struct DocumentCursor {
  let json: JSONCursor

  init(_ json: JSONCursor) { self.json = json }

  /// Reads a whole document.
  ///
  /// - Throws: `ImageDocumentError.notJSON`.
  init(parsing bytes: [UInt8], limits: JSONLimits) throws(ImageDocumentError) {
    do { json = JSONCursor(try JSONValue(parsing: bytes, limits: limits)) } catch { throw .notJSON(error) }
  }

  func member(_ key: String) throws(ImageDocumentError) -> DocumentCursor {
    do { return DocumentCursor(try json.member(key)) } catch { throw .shape(error) }
  }

  /// Returns a member, `nil` when it is absent or `null`.
  func optional(_ key: String) throws(ImageDocumentError) -> DocumentCursor? {
    do { return try json.optional(key).map(DocumentCursor.init) } catch { throw .shape(error) }
  }

  func members() throws(ImageDocumentError) -> [(key: String, cursor: DocumentCursor)] {
    do { return try json.members().map { ($0.key, DocumentCursor($0.cursor)) } } catch { throw .shape(error) }
  }

  /// Returns the elements of an array.
  ///
  /// - Throws: `ImageDocumentError.tooMany` before a cursor is made of any.
  func elements(atMost limit: Int) throws(ImageDocumentError) -> [DocumentCursor] {
    let count = try count()
    guard count <= limit else { throw .tooMany(json.path, count) }
    do { return try json.array().map(DocumentCursor.init) } catch { throw .shape(error) }
  }

  private func count() throws(ImageDocumentError) -> Int {
    do { return try json.count() } catch { throw .shape(error) }
  }

  func string() throws(ImageDocumentError) -> String {
    do { return try json.string() } catch { throw .shape(error) }
  }

  func integer() throws(ImageDocumentError) -> Int {
    do { return try json.integer() } catch { throw .shape(error) }
  }

  /// Returns a size in bytes: an integer that is not below zero.
  func size() throws(ImageDocumentError) -> Int64 {
    do { return Int64(try json.nonNegative()) } catch { throw .shape(error) }
  }

  func digest() throws(ImageDocumentError) -> Digest {
    switch DigestText(try string()) {
    case .digest(let digest): return digest
    case .otherAlgorithm(let name): throw .algorithm(json.path, name)
    case .malformed(let text): throw .digest(json.path, text)
    }
  }

  func mediaType() throws(ImageDocumentError) -> String {
    let text = try string()
    guard MediaType.isWellFormed(text) else { throw .mediaType(json.path, text) }
    return text
  }
}
