/// A value and where it lies, for reading a document with errors that name the place.
///
///     let root = JSONCursor(document)
///     try root.allowOnly(keys: ["payloadType", "payload", "signatures"])
///     let payload = try root.member("payload").base64()
///     for signature in try root.member("signatures").array() { … }
package struct JSONCursor: Hashable, Sendable {
  /// The value.
  package let value: JSONValue
  /// Where it lies.
  package let path: JSONPath

  /// A cursor on a whole document.
  package init(_ value: JSONValue) { self.init(value, JSONPath()) }

  private init(_ value: JSONValue, _ path: JSONPath) {
    self.value = value
    self.path = path
  }

  /// Returns the members of an object.
  package func object() throws(JSONShapeError) -> JSONObject {
    guard case .object(let object) = value else { throw unexpected(.object) }
    return object
  }

  /// Returns a cursor on a member.
  /// - Throws: `.missing` with the member's path, or `.unexpected` when this is no object.
  package func member(_ key: String) throws(JSONShapeError) -> JSONCursor {
    let path = path.appending(.key(key))
    guard let value = try object()[key] else { throw JSONShapeError(path: path, problem: .missing) }
    return JSONCursor(value, path)
  }

  /// Returns a cursor on a member, `nil` when it is absent or `null`.
  package func optional(_ key: String) throws(JSONShapeError) -> JSONCursor? {
    guard let value = try object()[key], value != .null else { return nil }
    return JSONCursor(value, path.appending(.key(key)))
  }

  /// Returns the keys of an object used as a table, each with a cursor on its value, as written.
  package func members() throws(JSONShapeError) -> [(key: String, cursor: JSONCursor)] {
    try object().members.map { ($0.key, JSONCursor($0.value, path.appending(.key($0.key)))) }
  }

  /// Returns a cursor on each element of an array.
  package func array() throws(JSONShapeError) -> [JSONCursor] {
    guard case .array(let elements) = value else { throw unexpected(.array) }
    return elements.enumerated().map { JSONCursor($1, path.appending(.index($0))) }
  }

  /// Returns the number of elements of an array, for a reader with a limit: a cursor on each takes far more
  /// memory than an element.
  package func count() throws(JSONShapeError) -> Int {
    guard case .array(let elements) = value else { throw unexpected(.array) }
    return elements.count
  }

  /// Refuses members that the format does not have: an unknown key is a misspelt one, or one from a later
  /// version whose meaning would be lost.
  package func allowOnly(keys: [String]) throws(JSONShapeError) {
    for key in try object().keys where !keys.contains(where: { $0.hasSameBytes(as: key) }) {
      throw JSONShapeError(path: path.appending(.key(key)), problem: .unknownKey(allowed: keys))
    }
  }

  /// Returns the error of a value that is not what its reader expects, for readers that ask for more than
  /// this type knows.
  package func unexpected(_ expectation: JSONExpectation) -> JSONShapeError {
    JSONShapeError(path: path, problem: .unexpected(found: value.kind, expected: expectation))
  }
}
