/// The lines of a Markdown text, with what is quoted code or comment told apart.
struct MarkdownLines {
  /// One line.
  struct Line {
    /// The bytes with the line's end.
    let range: Range<Int>
    /// The bytes without the line's end and white space before it.
    let content: ArraySlice<UInt8>
    /// Whether the line is within a fenced code block or an HTML comment, where nothing is a heading.
    fileprivate(set) var isVerbatim = false

    /// Whether there is nothing to see on the line.
    var isBlank: Bool { content.isEmpty }
  }

  private(set) var lines: [Line] = []

  /// Cuts a text into lines.
  init(of bytes: ArraySlice<UInt8>) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let content = bytes[start..<end].trimmingEnd
      lines.append(Line(range: start..<end, content: content))
      start = end
    }
    markVerbatim()
  }

  /// Marks quoted lines. What is opened and never closed quotes nothing: a release must be found again even
  /// where somebody forgot the end of a comment.
  private mutating func markVerbatim() {
    let ends = VerbatimEnds(of: lines)
    var open: VerbatimMark?
    for index in lines.indices {
      let content = lines[index].content
      if let mark = open {
        lines[index].isVerbatim = true
        if mark.isClosed(by: content) { open = nil }
      } else if let mark = VerbatimMark(openedBy: content), ends.contains(mark, after: index) {
        lines[index].isVerbatim = true
        open = mark
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The text without the up to three spaces that Markdown allows before a heading or fence.
  var withoutIndentation: ArraySlice<UInt8> {
    dropFirst(prefix(3).prefix { $0 == 0x20 }.count)
  }

  /// The text without blank lines at its beginning and its end, and without the last line's end.
  func trimmingBlankLines() -> ArraySlice<UInt8> {
    var rest = self
    while let end = rest.firstIndex(of: 0x0A), rest[..<end].allSatisfy(\.isBlank) {
      rest = rest[(end + 1)...]
    }
    let filled = rest.trimmingEnd
    guard !filled.isEmpty else { return filled }
    // Two spaces at a line's end mean something; they stay even on the last line.
    let spaces = rest[filled.endIndex...].prefix { $0 == 0x20 }
    return rest.prefix(filled.count + spaces.count)
  }

  /// The text without white space at its end.
  fileprivate var trimmingEnd: ArraySlice<UInt8> {
    dropLast(reversed().prefix(while: \.isBlank).count)
  }
}

extension UInt8 {
  /// Whether it is white space or a line's end.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
