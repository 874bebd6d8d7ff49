/// Follows what a message quotes: code between fences, and HTML such as the release notes that dependency bots
/// paste. No line of a quotation is a footer.
struct Quotation {
  private var fence: (byte: UInt8, count: Int)?
  private var depth = 0
  /// The line that opened the quotation that is still open.
  private(set) var openedAt: Int?

  /// Takes the next line, and returns whether it belongs to a quotation, the lines that open and close one included.
  mutating func takes(_ line: ArraySlice<UInt8>, at number: Int) -> Bool {
    let wasOpen = openedAt != nil
    if depth == 0, takesFence(line) {
      openedAt = fence == nil ? nil : (openedAt ?? number)
      return true
    }
    depth = max(0, depth + nesting(of: line))
    openedAt = depth == 0 ? nil : (openedAt ?? number)
    return wasOpen || depth > 0
  }

  /// Follows code fences as CommonMark 0.31 section 4.5 has them.
  private mutating func takesFence(_ line: ArraySlice<UInt8>) -> Bool {
    let content = Self.unindented(line)
    if let open = fence {
      let run = content.prefix { $0 == open.byte }.count
      if run >= open.count, content.dropFirst(run).allSatisfy(Ascii.isSpace) { fence = nil }
      return true
    }
    guard let byte = content.first, byte == Ascii.backtick || byte == Ascii.tilde else { return false }
    let run = content.prefix { $0 == byte }.count
    let isInlineCode = byte == Ascii.backtick && content.dropFirst(run).contains(byte)
    guard run >= 3, !isInlineCode else { return false }
    fence = (byte, run)
    return true
  }

  /// How many quoting elements the line opens, less those that it closes. The first has to start its line: prose
  /// that mentions an element opens none.
  private func nesting(of line: ArraySlice<UInt8>) -> Int {
    guard depth > 0 || Self.unindented(line).first == Ascii.lessThan else { return 0 }
    return line.indices.filter { line[$0] == Ascii.lessThan }.reduce(0) { $0 + Self.nesting(at: line[$1...]) }
  }

  private static func nesting(at tag: ArraySlice<UInt8>) -> Int {
    if openings.contains(where: { tag.starts(withLowercase: $0) }) { return 1 }
    return closings.contains { tag.starts(withLowercase: $0) } ? -1 : 0
  }

  private static let openings = ["<details", "<blockquote"].map { Array($0.utf8) }
  private static let closings = ["</details", "</blockquote"].map { Array($0.utf8) }

  /// The line without up to three spaces in front; more would make it indented code.
  private static func unindented(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let indent = line.prefix { $0 == Ascii.space }.count
    return indent <= 3 ? line.dropFirst(indent) : []
  }
}
