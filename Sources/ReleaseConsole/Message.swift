/// Text for people, made of words that the program wrote and values that came from elsewhere.
///
///     console.note("verified \(path, as: .path) with \(count) signatures")
///
/// The literal parts are trusted and may have several lines. Interpolated values are not: whatever they hold,
/// they stay on their line and cannot steer the terminal.
package struct Message: Hashable, Sendable {
  private struct Part: Hashable, Sendable {
    let text: String
    let role: Role?
    let keepsLines: Bool
  }

  private var parts: [Part] = []

  /// A text of one line, whose newlines are shown, not obeyed.
  package init(_ text: String, as role: Role? = nil) {
    parts = [Part(text: text, role: role, keepsLines: false)]
  }

  /// A text of several lines, such as a changelog.
  package init(lines text: String) {
    parts = [Part(text: text, role: nil, keepsLines: true)]
  }

  /// Several texts of one line each.
  package init(rows: [String]) {
    let lineBreak = Part(text: "\n", role: nil, keepsLines: true)
    for row in rows {
      if !parts.isEmpty { parts.append(lineBreak) }
      parts.append(Part(text: row, role: nil, keepsLines: false))
    }
  }

  /// The text as it is, for JSON.
  package var plain: String { parts.map(\.text).joined() }

  /// Returns the text as a terminal may get it.
  package func rendered(isColored: Bool) -> String {
    parts.map { part in
      let text = part.text.sanitized(keepingLines: part.keepsLines)
      return isColored ? part.role?.paint(text) ?? text : text
    }.joined()
  }

  /// Returns two messages as one.
  package static func + (left: Message, right: Message) -> Message {
    var message = left
    message.parts += right.parts
    return message
  }
}

extension Message: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(lines: text) }

  package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.message.parts }

  /// Gathers the parts of a literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    var message = Message(lines: "")

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ text: String) { message = message + Message(lines: text) }

    /// Adds a value on its line.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible, as role: Role? = nil) {
      message = message + Message(value.description, as: role)
    }

    /// Adds a message as it is.
    package mutating func appendInterpolation(_ other: Message) { message = message + other }
  }
}
