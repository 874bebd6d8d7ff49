/// How the text of `{{name}}` is made safe; `{{{name}}}` and `{{&name}}` are never escaped.
package struct Escaping: Sendable {
  /// Returns the safe form of a text.
  let escape: @Sendable (String) -> String

  /// Creates an escaping for another kind of document, such as Markdown.
  package init(_ escape: @escaping @Sendable (String) -> String) {
    self.escape = escape
  }

  /// Escapes `&`, `<`, `>` and `"`, as the specification of Mustache asks.
  package static let html = Escaping(escapedForHTML)

  /// Leaves the text as it is.
  package static let none = Escaping { $0 }
}

/// Returns the text with the four characters of HTML's syntax as entities.
@Sendable private func escapedForHTML(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
