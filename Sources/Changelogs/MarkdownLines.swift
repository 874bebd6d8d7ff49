/// The lines of a Markdown text, with what is quoted code or comment told apart.
struct MarkdownLines {
  /// One line.
  struct Line {
    /// The bytes with the line's end.
    let range: Range<Int>
    /// The bytes without the line's end and white space before it.
    let content: ArraySlice<UInt8>
    /// What the line is a part of when nothing on it is a heading: a fenced code block, an HTML comment or the
    /// front matter.
    fileprivate(set) var quotation: VerbatimMark?

    /// Whether the line is quoted.
    var isVerbatim: Bool { quotation != nil }

    /// Whether there is nothing to see on the line.
    var isBlank: Bool { content.isEmpty }
  }

  private(set) var lines: [Line] = []

  /// Cuts a text into lines.
  ///
  /// - Parameter isDocument: Whether a byte order mark and front matter may come first.
  init(of bytes: ArraySlice<UInt8>, isDocument: Bool = false) {
    var start = bytes.startIndex
    if isDocument { start += bytes.byteOrderMark.count }
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let content = bytes[start..<end].trimmingEnd
      lines.append(Line(range: start..<end, content: content))
      start = end
    }
    markVerbatim(from: isDocument ? markFrontMatter() : 0)
  }

  /// Marks the lines from `---` to `---` (YAML) or from `+++` to `+++` (TOML) that a file begins with, and returns
  /// the index of the line after them.
  private mutating func markFrontMatter() -> Int {
    guard let fence = lines.first?.content,
      fence.elementsEqual("---".utf8) || fence.elementsEqual("+++".utf8),
      let end = lines.dropFirst().firstIndex(where: { $0.content == fence })
    else { return 0 }
    for index in 0...end { lines[index].quotation = .frontMatter }
    return end + 1
  }

  /// Marks quoted lines. What is opened and never closed quotes nothing: a release must be found again even
  /// where somebody forgot the end of a comment.
  private mutating func markVerbatim(from start: Int) {
    let rest = lines.indices.dropFirst(start)
    guard let first = rest.first(where: { VerbatimMark(openedBy: lines[$0].content) != nil }) else { return }
    let ends = VerbatimEnds(of: lines)
    var open: VerbatimMark?
    for index in first..<lines.count {
      let content = lines[index].content
      if let mark = open {
        lines[index].quotation = mark
        if mark.isClosed(by: content) { open = nil }
      } else if let mark = VerbatimMark(openedBy: content), ends.contains(mark, after: index) {
        lines[index].quotation = mark
        open = mark
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The UTF-8 byte order mark that the text begins with, or nothing.
  var byteOrderMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? prefix(3) : prefix(0) }

  /// The text without the up to three spaces that Markdown allows before a heading or fence.
  var withoutIndentation: ArraySlice<UInt8> {
    dropFirst(prefix(3).prefix { $0 == 0x20 }.count)
  }

  /// The text without blank lines at its beginning and its end, and without the last line's end.
  func trimmingBlankLines() -> ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isBlank }) else { return prefix(0) }
    let start = self[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? startIndex
    let filled = self[start...].trimmingEnd
    // Two spaces at a line's end mean something; they stay even on the last line.
    let spaces = self[filled.endIndex...].prefix { $0 == 0x20 }
    return self[start..<spaces.endIndex]
  }

  /// The text without white space at its end.
  fileprivate var trimmingEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1].isBlank { end -= 1 }
    return self[startIndex..<end]
  }
}

extension UInt8 {
  /// Whether it is white space or a line's end.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
