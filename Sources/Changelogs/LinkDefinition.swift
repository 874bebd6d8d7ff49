/// A Markdown link reference definition on one line (CommonMark 4.7): `[1.5.0]: https://… "Title"`.
struct LinkDefinition: Hashable {
  let label: String
  /// Where the address stands in the text, without `<` and `>`.
  let address: Range<Int>
  /// The bytes of the line, with its end.
  let line: Range<Int>

  /// Reads a line, or gives nil when it defines no link.
  init?(_ line: MarkdownLines.Line) {
    let text = line.content.withoutIndentation
    guard !line.isVerbatim, text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      text[(end + 1)...].first == UInt8(ascii: ":"),
      let address = Self.address(in: text[(end + 2)...].drop(while: \.isSpaceOrTab))
    else { return nil }
    label = String(text[(text.startIndex + 1)..<end])
    self.address = address
    self.line = line.range
  }

  /// Whether the label is another text but for the case of ASCII letters.
  func isFor(_ label: String) -> Bool { self.label.utf8.equalsIgnoringCase(label.utf8) }

  private static func address(in text: ArraySlice<UInt8>) -> Range<Int>? {
    if text.first == UInt8(ascii: "<") {
      return text.firstIndex(of: UInt8(ascii: ">")).map { (text.startIndex + 1)..<$0 }
    }
    let address = text.prefix { !$0.isSpaceOrTab }
    return address.isEmpty ? nil : address.startIndex..<address.endIndex
  }
}
