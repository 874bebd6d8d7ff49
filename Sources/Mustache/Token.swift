/// A piece of a template's text: at most one line of it, or a tag.
enum Token: Hashable, Sendable {
  /// Text without tags; a line's end is always the end of its token.
  case text([UInt8])
  case tag(Tag)
}

/// A tag as it stands in the text.
struct Tag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable(NamePath, isRaw: Bool)
    case section(NamePath, isInverted: Bool)
    case partial(PartialName)
    case parent(PartialName)
    case block
    case close
    case comment
    case delimiters
  }

  let kind: Kind
  /// What a closing tag must repeat.
  let name: String
  let position: SourcePosition

  /// Whether a closing tag must follow.
  var opens: Bool {
    switch kind {
    case .section, .parent, .block: true
    default: false
    }
  }

  /// Whether the tag takes its line with it when it is alone there.
  var mayStandAlone: Bool {
    if case .variable = kind { return false }
    return true
  }
}

extension Token {
  /// The tag, when it is one.
  var tag: Tag? {
    if case .tag(let tag) = self { return tag }
    return nil
  }

  /// The text, when it is one.
  var text: [UInt8]? {
    if case .text(let bytes) = self { return bytes }
    return nil
  }

  /// Whether a line ends with this token.
  var endsLine: Bool { text?.last == UInt8(ascii: "\n") }

  /// Whether it is text of spaces and tabs, and perhaps the line's end.
  var isBlank: Bool {
    guard let text else { return false }
    return text.dropLast(lineEnd.count).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// The line's end, `\n` or `\r\n`, or nothing.
  var lineEnd: [UInt8] {
    guard let text, endsLine else { return [] }
    return text.dropLast().last == UInt8(ascii: "\r") ? [0x0D, 0x0A] : [0x0A]
  }

  /// The spaces and tabs that a text begins with.
  var leadingBlanks: [UInt8] {
    Array((text ?? []).prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
  }
}
