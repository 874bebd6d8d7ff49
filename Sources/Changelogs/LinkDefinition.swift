/// A Markdown link reference definition on one line: `[1.5.0]: https://…`.
struct LinkDefinition: Hashable {
  let label: String
  /// Where the address stands in the text.
  let address: Range<Int>

  /// Reads a line, or gives nil when it defines no link.
  init?(_ line: ArraySlice<UInt8>) {
    let text = line.withoutIndentation
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      text[(end + 1)...].first == UInt8(ascii: ":")
    else { return nil }
    let address = text[(end + 2)...].drop { $0 == 0x20 || $0 == 0x09 }
    guard !address.isEmpty else { return nil }
    label = String(text[(text.startIndex + 1)..<end])
    self.address = address.startIndex..<address.endIndex
  }

  /// Whether the label is another text but for the case of ASCII letters.
  func isFor(_ label: String) -> Bool { self.label.utf8.equalsIgnoringCase(label.utf8) }
}
