internal import StrictJSON

extension DocumentCursor {
  /// The greatest number of entries of a table of texts.
  private static let maximumEntries = 10_000

  /// Returns an optional text, `nil` also when it is empty, as writers in Go leave it.
  func text(_ key: String) throws(ImageDocumentError) -> String? {
    guard let text = try optional(key)?.string(), !text.isEmpty else { return nil }
    return text
  }

  /// Returns an optional media type, `nil` also when it is empty.
  func mediaType(_ key: String) throws(ImageDocumentError) -> String? {
    try text(key) == nil ? nil : member(key).mediaType()
  }

  /// Returns a table of texts, which is empty when it is absent or `null`.
  func table(_ key: String) throws(ImageDocumentError) -> [String: String] {
    guard let cursor = try optional(key) else { return [:] }
    let members = try cursor.members()
    guard members.count <= Self.maximumEntries else { throw .tooMany(cursor.json.path, members.count) }
    var table: [String: String] = [:]
    for (key, value) in members {
      guard table.updateValue(try value.string(), forKey: key) == nil else {
        throw .repeatedKey(cursor.json.path, key)
      }
    }
    return table
  }

  /// Returns a list of texts, which is empty when it is absent or `null`.
  func texts(_ key: String, atMost limit: Int) throws(ImageDocumentError) -> [String] {
    guard let cursor = try optional(key) else { return [] }
    return try cursor.elements(atMost: limit).map { (cursor) throws(ImageDocumentError) in
      try cursor.string()
    }
  }

  /// Returns a list of descriptors.
  func descriptors(
    _ key: String, atMost limit: Int
  ) throws(ImageDocumentError) -> [Descriptor] {
    try member(key).elements(atMost: limit).map { (cursor) throws(ImageDocumentError) in
      try Descriptor(cursor)
    }
  }

  /// Returns an optional descriptor.
  func descriptor(_ key: String) throws(ImageDocumentError) -> Descriptor? {
    guard let cursor = try optional(key) else { return nil }
    return try Descriptor(cursor)
  }
}
