/// The text of one of the messages that a squashed commit holds, as it is gathered line by line.
struct SquashDraft {
  private(set) var bytes: [UInt8] = []
  /// The width of the margin below the header; `nil` until the first line there tells.
  private var margin: Int?
  /// Where the credits at the end start, when the text ends in some.
  private var credits: Int?

  /// Makes a draft of lines that are taken as they are.
  init() {
    margin = 0
  }

  /// Makes a draft of a header; the text below it may stand in a margin of two spaces, as Markdown wants it below
  /// a bullet and as release-please documents it.
  init(header: ArraySlice<UInt8>) {
    bytes = header + [Ascii.newline]
  }

  /// The first line that is not blank, with its indentation.
  var firstLine: Range<Int> {
    let text = bytes.end(of: bytes.indices, while: Ascii.isSpace)
    let start = bytes[..<text].lastIndex(of: Ascii.newline).map { $0 + 1 } ?? 0
    return start..<bytes.end(of: text..<bytes.count) { $0 != Ascii.newline }
  }

  /// Appends a line of another text.
  mutating func append(_ line: Range<Int>, of text: [UInt8]) {
    guard !text.isBlank(line) else { return bytes.append(Ascii.newline) }
    let indentation = text.end(of: line) { $0 == Ascii.space } - line.lowerBound
    let margin = self.margin ?? (indentation == 2 ? 2 : 0)
    self.margin = margin
    let content = line.dropFirst(min(indentation, margin))
    credits = Self.isCredit(content, of: text) ? credits ?? bytes.count : nil
    bytes += text[content]
    bytes.append(Ascii.newline)
  }

  /// Appends whole lines as they are.
  mutating func append(verbatim lines: ArraySlice<UInt8>) {
    credits = nil
    bytes += lines
  }

  /// Lets what follows be a paragraph of its own.
  mutating func endParagraph() {
    if !bytes.suffix(2).elementsEqual([Ascii.newline, Ascii.newline]) { bytes.append(Ascii.newline) }
  }

  /// Returns the credits at the end and removes them.
  mutating func takeCredits() -> [UInt8] {
    guard let start = credits else { return [] }
    let taken = Array(bytes[start...])
    bytes.removeSubrange(start...)
    credits = nil
    return taken
  }

  /// Whether the line is a footer about somebody, such as `Co-authored-by: …`. At the end of a squashed message
  /// those are about all of it.
  private static func isCredit(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    let token = line.lowerBound..<text.end(of: line, while: Ascii.isToken)
    return text.hasWord(lowercase: by, at: token.suffix(by.count))
      && text.hasWord(separator, at: token.upperBound..<line.upperBound)
  }

  private static let by = Array("-by".utf8)
  private static let separator = Array(": ".utf8)
}
