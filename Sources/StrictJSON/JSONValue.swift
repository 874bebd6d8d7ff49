/// A JSON document as it was written: RFC 8259 without its ambiguities.
///
///     let failure: JSONValue = ["schema": 1, "error": ["code": "malformed"], "exit_code": 1]
///     let document = try JSONValue(parsing: bytes)      // refuses what two parsers could read differently
///     document.bytes                                    // compact, one line
///
/// Everything that is signed is read by this room. Parsers in common use disagree about repeated keys, byte
/// order marks, invalid UTF-8, lone surrogates and trailing text, so that one signature could cover two
/// meanings; here each of them is an error. Strings are compared by their UTF-8 bytes, never by canonical
/// equivalence.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits 64 bits.
  case integer(Int64)
  /// Any other number, its literal kept.
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue: Equatable {
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }
}

extension JSONValue: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch self {
    case .null: break
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): value.hashBytes(into: &hasher)
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}
