extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// - Precondition: No key is written twice.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(JSONObject(literal: members))
  }
}

extension JSONValue {
  /// A JSON string.
  package init(_ string: String) { self = .string(string) }

  /// A JSON string for a value, `null` for its absence.
  package init(_ string: String?) { self = string.map(JSONValue.string) ?? .null }

  /// A JSON integer.
  package init(_ integer: Int) { self = .integer(Int64(integer)) }

  /// A JSON number, `null` where JSON has none (infinities and NaN).
  package init(_ double: Double) { self = JSONNumber(double).map(JSONValue.number) ?? .null }

  /// An array of JSON strings.
  package init(_ strings: [String]) { self = .array(strings.map(JSONValue.string)) }
}
