/// A piece of HTML as a reader sees it.
struct Page {
  /// The text without blanks and backticks, which code changes.
  let text: String
  /// Tags other than those of one list item, heading or paragraph, code, and links.
  let strangeTags: [String]
  /// Whether a forge would find a mention in it.
  let pings: Bool

  init(_ html: String) {
    var text = ""
    var tags: [String] = []
    var pings = false
    var isInner = 0
    for part in html.split(separator: "<", omittingEmptySubsequences: true) {
      guard let end = part.firstIndex(of: ">"), part.startIndex != html.startIndex || html.first == "<" else {
        text += part
        continue
      }
      let tag = String(part[..<end])
      let shown = Self.decoded(part[part.index(after: end)...])
      if ["code", "a "].contains(where: tag.hasPrefix) { isInner += 1 }
      if ["/code", "/a"].contains(tag) { isInner -= 1 }
      if isInner == 0, Self.hasMention(shown) { pings = true }
      tags.append(tag)
      text += shown
    }
    self.text = Self.bare(text)
    self.pings = pings
    strangeTags =
      tags.filter { !Self.isOurs($0) }
      + (tags.count { ["li", "h3"].contains($0) || $0 == "p" } == 1 ? [] : ["not one block"])
  }

  /// A text without what cannot be compared.
  static func bare(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "`" }.map(Character.init))
  }

  private static func isOurs(_ tag: String) -> Bool {
    let name = tag.hasPrefix("/") ? String(tag.dropFirst()) : tag
    return ["ul", "li", "h3", "p", "code", "strong", "a"].contains(name)
      || ["http://", "https://", "HTTP://", "HTTPS://", "ftp://", "mailto:"].contains {
        name.hasPrefix("a href=\"\($0)")
      }
  }

  /// A name after `@` that is not within a word, as GitHub finds it.
  private static func hasMention(_ text: String) -> Bool {
    let bytes = [0x20] + Array(text.utf8) + [0x20]
    return bytes.indices.dropFirst().dropLast().contains { index in
      bytes[index] == UInt8(ascii: "@") && !isWord(bytes[index - 1]) && isWord(bytes[index + 1])
        && bytes[index + 1] != UInt8(ascii: "_")
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80
      || (0x30...0x39).contains(byte)
  }

  private static func decoded(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
