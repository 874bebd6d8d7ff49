package import StrictJSON

/// What is wrong with a configuration, and where.
package struct ConfigurationError: Error, Hashable, Sendable {
  /// Where it stands; nil when the text is no JSON5 and Foundation's message says where.
  package let place: SourcePlace?
  /// Which value it is about: `environments[0].target.kind`.
  package let path: String
  /// What is wrong.
  package let problem: Problem

  /// What can be wrong.
  package enum Problem: Hashable, Sendable {
    /// The text is no JSON5.
    case syntax(String)
    /// A value has another shape.
    case shape(JSONShapeError.Problem)
    /// A key stands twice in one object.
    case repeatedKey(String)
    /// A text is not what it must be.
    case value(String, expected: String)
    /// A name is used twice, or used and never declared.
    case name(String, expected: String)
    /// There is no part of that name.
    case part(String, known: [String])
  }
}

/// A line and a column in a text, both from 1, columns in bytes.
package struct SourcePlace: Hashable, Sendable {
  /// The line.
  package let line: Int
  /// The column.
  package let column: Int

  /// The first place of a text.
  static let start = SourcePlace(line: 1, column: 1)
}

extension SourcePlace: Comparable {
  /// Returns whether one place comes before another.
  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
