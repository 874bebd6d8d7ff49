extension JSONCursor {
  /// Returns a string.
  package func string() throws(JSONShapeError) -> String {
    guard case .string(let string) = value else { throw unexpected(.string) }
    return string
  }

  /// Returns an array of strings.
  package func strings() throws(JSONShapeError) -> [String] {
    try array().map { element throws(JSONShapeError) in try element.string() }
  }

  /// Returns a Boolean.
  package func bool() throws(JSONShapeError) -> Bool {
    guard case .bool(let bool) = value else { throw unexpected(.bool) }
    return bool
  }

  /// Returns an integer; `1.0`, `1e2` and what 64 bits cannot hold are none.
  package func integer() throws(JSONShapeError) -> Int {
    guard case .integer(let literal) = value, let integer = Int(exactly: literal) else {
      throw unexpected(.integer)
    }
    return integer
  }

  /// Returns an integer that is not below zero.
  package func nonNegative() throws(JSONShapeError) -> Int {
    guard case .integer(let literal) = value, literal >= 0, let integer = Int(exactly: literal) else {
      throw unexpected(.nonNegativeInteger)
    }
    return integer
  }

  /// Refuses every value but this integer, such as the version of a format.
  package func require(_ integer: Int) throws(JSONShapeError) {
    guard value == JSONValue(integer) else { throw unexpected(.exactly(integer)) }
  }

  /// Returns any number, rounded to the nearest double; one beyond its range is refused.
  package func number() throws(JSONShapeError) -> Double {
    switch value {
    case .integer(let integer): return Double(integer)
    case .number(let number) where number.double.isFinite: return number.double
    default: throw unexpected(.number)
    }
  }

  /// Returns one of an enumeration's strings, compared by bytes.
  package func oneOf<Choice>(_ type: Choice.Type) throws(JSONShapeError) -> Choice
  where Choice: CaseIterable & RawRepresentable<String> {
    guard case .string(let string) = value,
      let choice = Choice.allCases.first(where: { $0.rawValue.hasSameBytes(as: string) })
    else { throw unexpected(.oneOf(Choice.allCases.map(\.rawValue))) }
    return choice
  }
}
