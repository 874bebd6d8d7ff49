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
  var firstLine: ArraySlice<UInt8> {
    let text = bytes.firstIndex { !Ascii.isSpace($0) } ?? bytes.endIndex
    let start = bytes[..<text].lastIndex(of: Ascii.newline).map { $0 + 1 } ?? bytes.startIndex
    return bytes[start...].prefix { $0 != Ascii.newline }
  }

  mutating func append(_ line: ArraySlice<UInt8>) {
    guard !line.allSatisfy(Ascii.isSpace) else { return bytes.append(Ascii.newline) }
    let indentation = line.prefix { $0 == Ascii.space }.count
    let margin = self.margin ?? (indentation == 2 ? 2 : 0)
    self.margin = margin
    credits = Self.isCredit(line.dropFirst(min(indentation, margin))) ? credits ?? bytes.count : nil
    bytes += line.dropFirst(min(indentation, margin))
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
  private static func isCredit(_ line: ArraySlice<UInt8>) -> Bool {
    let token = line.prefix(while: Ascii.isToken)
    return token.suffix(by.count).starts(withLowercase: by)
      && line[token.endIndex...].starts(with: [Ascii.colon, Ascii.space])
  }

  private static let by = Array("-by".utf8)
}
