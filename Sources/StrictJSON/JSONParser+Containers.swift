extension JSONParser {
  mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    try enter(depth)
    var elements: [JSONValue] = []
    guard !take(UInt8(ascii: "]")) else { return elements }
    repeat {
      skipSpace()
      elements.append(try value(depth: depth))
    } while try anotherFollows(before: UInt8(ascii: "]"))
    return elements
  }

  mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    try enter(depth)
    var object = JSONObject()
    guard !take(UInt8(ascii: "}")) else { return object }
    repeat {
      skipSpace()
      try member(of: &object, depth: depth)
    } while try anotherFollows(before: UInt8(ascii: "}"))
    return object
  }

  private mutating func member(of object: inout JSONObject, depth: Int) throws(JSONError) {
    let start = offset
    guard next == UInt8(ascii: "\"") else { throw unexpected() }
    let key = try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw unexpected() }
    skipSpace()
    guard object.appendNew(key, try value(depth: depth)) else {
      throw JSONError(offset: start, reason: .duplicateKey(key))
    }
  }

  /// Reads the opening bracket and the space after it.
  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth <= limits.depth else { throw failure(.tooDeep) }
    offset += 1
    skipSpace()
  }

  /// Reads `,` and returns `true`, or the closing bracket and returns `false`.
  private mutating func anotherFollows(before close: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if take(close) { return false }
    let comma = offset
    guard take(UInt8(ascii: ",")) else { throw unexpected() }
    skipSpace()
    guard next != close else { throw JSONError(offset: comma, reason: .trailingComma) }
    return true
  }
}
