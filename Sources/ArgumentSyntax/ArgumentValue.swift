/// A type whose values can be given as one word on the command line.
///
/// An enumeration of strings conforms by saying so: its cases are the choices.
package protocol ArgumentValue: Sendable {
  /// Reads a word.
  /// - Throws: What is expected instead.
  init(argument: String) throws(ArgumentValueError)

  /// All words that are accepted, in the order to show them; empty when they cannot be listed.
  static var argumentChoices: [String] { get }
}

/// What a word should have been.
package enum ArgumentValueError: Error, Hashable, Sendable {
  /// One of these words.
  case oneOf([String])
  /// A form, named by a noun phrase such as "a duration such as `30m`".
  case form(String)
  /// A form, of a word that may be a secret in the wrong place: it is never shown.
  case unshown(String)
}

extension ArgumentValue {
  package static var argumentChoices: [String] { [] }
}

extension ArgumentValue where Self: CaseIterable & RawRepresentable<String> {
  package init(argument: String) throws(ArgumentValueError) {
    guard let value = Self(rawValue: argument) else { throw .oneOf(Self.argumentChoices) }
    self = value
  }

  package static var argumentChoices: [String] { allCases.map(\.rawValue) }
}

extension String: ArgumentValue {
  package init(argument: String) throws(ArgumentValueError) { self = argument }
}

extension Int: ArgumentValue {
  /// Reads decimal digits with an optional `-`; neither `+5` nor `05`, which scripts produce by mistake.
  package init(argument: String) throws(ArgumentValueError) {
    guard let value = Int(argument), String(value).utf8.elementsEqual(argument.utf8) else {
      throw .form("a whole number")
    }
    self = value
  }
}
