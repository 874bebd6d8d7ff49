/// Why a well-formed document is not of the shape that its reader asks for.
package struct JSONShapeError: Error, Hashable, Sendable {
  /// The value that is missing, unknown or another than expected.
  package let path: JSONPath
  /// What is wrong with it.
  package let problem: Problem

  /// An error about the value at a path.
  package init(path: JSONPath, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// What can be wrong with a value.
  package enum Problem: Hashable, Sendable {
    /// There is no such member.
    case missing
    /// The format has no such member; the ones that it has are given.
    case unknownKey(allowed: [String])
    /// Another value is due.
    case unexpected(found: JSONKind, expected: JSONExpectation)
  }
}

/// What a reader expects of a value.
package enum JSONExpectation: Hashable, Sendable {
  case object
  case array
  case string
  case bool
  case integer
  case nonNegativeInteger
  case number
  /// A string of lower-case hex digits, of so many bytes when that is fixed.
  case hex(bytes: Int?)
  /// A string of canonical base64.
  case base64
  /// A string that is an RFC 3339 date-time.
  case timestamp
  /// A string such as `1h30m`.
  case timeSpan
  /// A string that is a version, such as `1.5.0`.
  case version
  /// One of these strings.
  case oneOf([String])
  /// This integer, such as the version of a format.
  case exactly(Int)
}
