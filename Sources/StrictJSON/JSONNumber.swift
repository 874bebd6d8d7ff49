/// A number that is no 64-bit integer, kept as the literal that was written (RFC 8259, section 6).
package struct JSONNumber: Hashable, Sendable {
  /// The literal, ASCII only.
  package let literal: String

  /// Returns `nil` unless the whole text is one JSON number (no `+`, no leading zero, no `.5`, no `NaN`), and
  /// for what `JSONValue.integer` holds: each number has one form.
  package init?(literal: String) {
    var parser = JSONParser(Array(literal.utf8), limits: JSONLimits())
    // Why it is none is of no use here.
    guard case .number? = try? parser.number(), parser.isAtEnd else { return nil }
    self.literal = literal
  }

  /// Returns the shortest literal that reads back as the same value; `nil` for infinities and NaN.
  package init?(_ double: Double) {
    guard double.isFinite else { return nil }
    literal = double.description
  }

  /// A literal that the parser has read.
  init(scanned literal: String) { self.literal = literal }

  /// The nearest double; infinite when the literal is out of its range.
  package var double: Double { Double(literal) ?? .nan }
}
