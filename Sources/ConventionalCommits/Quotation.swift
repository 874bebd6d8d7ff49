/// Follows what a message quotes: code between fences, and HTML such as the release notes that dependency bots
/// paste. No line of a quotation is a footer.
struct Quotation {
  private var fence: (byte: UInt8, count: Int)?
  private var depth = 0
  /// The line that opened the quotation that is still open.
  private(set) var openedAt: Int?

  /// Takes the next line, and returns whether it belongs to a quotation, the lines that open and close one included.
  mutating func takes(_ line: LineScanner.Line, of bytes: [UInt8]) -> Bool {
    let content = Self.unindented(line.range, of: bytes)
    if openedAt == nil, !Self.canOpen(content, of: bytes) { return false }
    let wasOpen = openedAt != nil
    if depth == 0, takesFence(content, of: bytes) {
      openedAt = fence == nil ? nil : (openedAt ?? line.number)
      return true
    }
    depth = max(0, depth + nesting(of: line.range, content, of: bytes))
    openedAt = depth == 0 ? nil : (openedAt ?? line.number)
    return wasOpen || depth > 0
  }

  /// Most lines are told by one byte.
  private static func canOpen(_ content: Range<Int>, of bytes: [UInt8]) -> Bool {
    guard !content.isEmpty else { return false }
    let byte = bytes[content.lowerBound]
    return byte == Ascii.backtick || byte == Ascii.tilde || byte == Ascii.lessThan
  }

  /// Follows code fences as CommonMark 0.31 section 4.5 has them.
  private mutating func takesFence(_ content: Range<Int>, of bytes: [UInt8]) -> Bool {
    if let open = fence {
      let end = bytes.end(of: content) { $0 == open.byte }
      if end - content.lowerBound >= open.count, bytes.isBlank(end..<content.upperBound) { fence = nil }
      return true
    }
    guard !content.isEmpty else { return false }
    let byte = bytes[content.lowerBound]
    guard byte == Ascii.backtick || byte == Ascii.tilde else { return false }
    let end = bytes.end(of: content) { $0 == byte }
    let isInlineCode =
      byte == Ascii.backtick && bytes.end(of: end..<content.upperBound) { $0 != byte } < content.upperBound
    guard end - content.lowerBound >= 3, !isInlineCode else { return false }
    fence = (byte, end - content.lowerBound)
    return true
  }

  /// How many quoting elements the line opens, less those that it closes. The first has to start its line: prose
  /// that mentions an element opens none.
  private func nesting(of line: Range<Int>, _ content: Range<Int>, of bytes: [UInt8]) -> Int {
    guard depth > 0 || (!content.isEmpty && bytes[content.lowerBound] == Ascii.lessThan) else { return 0 }
    var nesting = 0
    for offset in line where bytes[offset] == Ascii.lessThan {
      nesting += Self.nesting(at: offset..<line.upperBound, of: bytes)
    }
    return nesting
  }

  private static func nesting(at tag: Range<Int>, of bytes: [UInt8]) -> Int {
    if openings.contains(where: { bytes.hasWord(lowercase: $0, at: tag) }) { return 1 }
    return closings.contains { bytes.hasWord(lowercase: $0, at: tag) } ? -1 : 0
  }

  private static let openings = ["<details", "<blockquote"].map { Array($0.utf8) }
  private static let closings = ["</details", "</blockquote"].map { Array($0.utf8) }

  /// The line without up to three spaces in front; more would make it indented code.
  private static func unindented(_ line: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    let start = bytes.end(of: line) { $0 == Ascii.space }
    return start - line.lowerBound <= 3 ? start..<line.upperBound : line.upperBound..<line.upperBound
  }
}
