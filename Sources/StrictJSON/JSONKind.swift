/// The sorts of JSON value, for errors about shape.
package enum JSONKind: String, Hashable, Sendable {
  case null, bool, integer, number, string, array, object
}

extension JSONValue {
  /// The sort of this value.
  package var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .integer: .integer
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}
