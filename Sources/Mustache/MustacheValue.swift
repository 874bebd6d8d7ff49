/// A value that a template reads: the JSON values, with numbers as they were written.
///
/// A number keeps its text, so that `1.10` is printed as `1.10` and no float ever rounds it.
package enum MustacheValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case list([MustacheValue])
  case map([String: MustacheValue])
  /// A list whose elements are made when a template comes to them.
  case sequence(MustacheSequence)
  /// A map whose members are made when a template names them.
  case record(any MustacheRecord)
}

extension MustacheValue {
  /// Whether a section over this value is rendered.
  ///
  /// The specification leaves the empty string to the host language; here it is false, so that
  /// `{{#scope}}` needs no second key that says whether there is one. Zero is a value like any other.
  var isTruthy: Bool {
    switch self {
    case .null, .bool(false): false
    case .string(let text): !text.isEmpty
    case .list(let list): !list.isEmpty
    case .sequence(let sequence): sequence.count > 0
    default: true
    }
  }

  /// The text of a scalar; nil for null, and for lists and maps, which have no agreed text.
  var text: String? {
    switch self {
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text), .string(let text): text
    case .null, .list, .map, .sequence, .record: nil
    }
  }
}

extension MustacheValue: ExpressibleByStringLiteral {
  /// Creates a string value.
  package init(stringLiteral value: String) { self = .string(value) }
}

extension MustacheValue: ExpressibleByBooleanLiteral {
  /// Creates a Boolean value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension MustacheValue: ExpressibleByArrayLiteral {
  /// Creates a list.
  package init(arrayLiteral elements: MustacheValue...) { self = .list(elements) }
}

extension MustacheValue: ExpressibleByDictionaryLiteral {
  /// Creates a map; of two equal keys the later one counts.
  package init(dictionaryLiteral elements: (String, MustacheValue)...) {
    self = .map(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}

extension MustacheValue {
  /// Creates a string, or null when there is none.
  package init(_ text: String?) {
    self = text.map(MustacheValue.string) ?? .null
  }
}
