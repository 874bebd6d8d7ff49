package import ReleaseSigning
package import SemanticVersions
package import StrictJSON

/// Reads the typed fields that our predicates are made of.
///
/// Every failure is a `StatementError` that names the field.
package struct StatementFields: Sendable {
  private let cursor: JSONCursor

  /// Reads the members of an object.
  package init(_ object: JSONObject) { cursor = JSONCursor(.object(object)) }

  init(_ cursor: JSONCursor) { self.cursor = cursor }

  /// Returns a text of one line.
  package func line(_ key: String) throws(StatementError) -> String {
    guard let text = try optionalLine(key) else { throw .field(key, value: "") }
    return text
  }

  /// Returns a text of one line, or nil when the member is absent.
  package func optionalLine(_ key: String) throws(StatementError) -> String? {
    let text = try optionalText(key)
    if let text, !Identifier.isLine(text) { throw .field(key, value: text) }
    return text
  }

  /// Returns a text, or nil when the member is absent.
  package func optionalText(_ key: String) throws(StatementError) -> String? {
    try Statement.shaped { () throws(JSONShapeError) in try cursor.optional(key)?.string() }
  }

  /// Returns a whole number that is not negative, or nil when the member is absent.
  package func optionalCount(_ key: String) throws(StatementError) -> Int64? {
    let number = try Statement.shaped { () throws(JSONShapeError) in try cursor.optional(key)?.nonNegative() }
    return number.map(Int64.init)
  }

  /// Returns a whole number that is not negative.
  package func count(_ key: String) throws(StatementError) -> Int64 {
    guard let number = try optionalCount(key) else { throw .field(key, value: "") }
    return number
  }

  /// Returns a truth value; absent is false.
  package func flag(_ key: String) throws(StatementError) -> Bool {
    try Statement.shaped { () throws(JSONShapeError) in try cursor.optional(key)?.bool() ?? false }
  }

  /// Returns the fields of a nested object.
  package func object(_ key: String) throws(StatementError) -> StatementFields {
    StatementFields(
      try Statement.shaped { () throws(JSONShapeError) in JSONCursor(.object(try cursor.member(key).object()))
      })
  }

  /// Returns the fields of a nested object, or nil when the member is absent.
  package func optionalObject(_ key: String) throws(StatementError) -> StatementFields? {
    guard let object = try optionalRawObject(key) else { return nil }
    return StatementFields(object)
  }

  /// Returns a nested object as it stands, or nil when the member is absent.
  package func optionalRawObject(_ key: String) throws(StatementError) -> JSONObject? {
    try Statement.shaped { () throws(JSONShapeError) in try cursor.optional(key)?.object() }
  }

  /// Returns what a list of objects holds; absent is empty.
  package func list<T>(
    _ key: String, _ read: (StatementFields) throws(StatementError) -> T
  ) throws(StatementError) -> [T] {
    let items = try Statement.shaped { () throws(JSONShapeError) in try cursor.optional(key)?.array() ?? [] }
    var result: [T] = []
    for item in items {
      let object = try Statement.shaped { () throws(JSONShapeError) in try item.object() }
      result.append(try read(StatementFields(object)))
    }
    return result
  }

  /// Returns a text that some initialiser accepts.
  package func parsed<T>(_ key: String, _ parse: (String) -> T?) throws(StatementError) -> T {
    let text = try line(key)
    guard let value = parse(text) else { throw .field(key, value: text) }
    return value
  }

  /// Returns a text that some initialiser accepts, or nil when the member is absent.
  package func optionallyParsed<T>(_ key: String, _ parse: (String) -> T?) throws(StatementError) -> T? {
    guard let text = try optionalLine(key) else { return nil }
    guard let value = parse(text) else { throw .field(key, value: text) }
    return value
  }

  /// Returns a version.
  package func version(_ key: String) throws(StatementError) -> Version {
    // A text that is no version is refused by `parsed` with the field's name; which rule it breaks adds nothing.
    try parsed(key) { try? Version(parsing: $0) }
  }

  /// Returns a moment.
  package func timestamp(_ key: String) throws(StatementError) -> Timestamp {
    // As above: the field's name and its text say what is wrong.
    try parsed(key) { try? Timestamp(parsing: $0) }
  }

  /// Returns a digest of 64 lower-case hex digits.
  package func digest(_ key: String) throws(StatementError) -> Digest { try parsed(key) { Digest(hex: $0) } }

  /// Returns a digest written `sha256:<hex>`.
  package func prefixedDigest(_ key: String) throws(StatementError) -> Digest {
    try parsed(key) { Digest(prefixed: $0) }
  }

  /// Returns an artifact's path.
  package func path(_ key: String) throws(StatementError) -> ArtifactPath {
    // The path itself is in the error; which of its parts is wrong adds nothing.
    try parsed(key) { try? ArtifactPath(parsing: $0) }
  }
}
