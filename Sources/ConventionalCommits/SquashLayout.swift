/// The texts of the messages that a squashed commit holds, told apart in one pass over its lines.
struct SquashLayout {
  private let text: MessageText
  /// The header of the commit itself; without one there is no message of its own that text could belong to.
  private let header: HeaderLayout?
  private lazy var title = header.map { SquashTitle(CommitMessage.Header($0, in: text.bytes)) }
  private var lines: LineScanner
  private var quotation = Quotation()
  private var own = SquashDraft()
  private var hasOwn = false
  private var parts: [SquashDraft] = []
  /// Whether the next line belongs to the last part.
  private var isInPart = false
  /// Whether entries of `git log` are commits of this one, not a quotation.
  private var hasLog = false
  private var startsParagraph = false

  init(of text: MessageText, header: HeaderLayout?) {
    self.text = text
    self.header = header
    lines = text.linesBelow
    if header == nil { readHeader() }
    while let line = lines.next() { read(line) }
    if isInPart, header != nil, var last = parts.popLast() {
      own.endParagraph()
      own.append(verbatim: last.takeCredits()[...])
      parts.append(last)
    }
  }

  /// The header's own text and those of the parts; none when there are no parts.
  var messages: [MessageText] {
    guard !parts.isEmpty else { return [] }
    return ((header == nil ? [] : [own]) + parts).map { MessageText(lines: $0.bytes[...]) }
  }

  private mutating func readHeader() {
    if case .header(_, let range) = SquashMark(title: text.header.range, in: text.bytes) {
      openPart(range)
    } else {
      read(text.header)
    }
  }

  private mutating func read(_ line: LineScanner.Line) {
    let isQuoted = quotation.takes(line, of: text.bytes)
    let mark = isQuoted ? nil : SquashMark(line.range, in: text.bytes, startsParagraph: startsParagraph)
    startsParagraph = text.bytes.isBlank(line.range)
    guard let mark else { return append(line.range) }
    beginOwn(before: line)
    switch mark {
    case .header(let header, _) where isRepeated(by: header): leavePart()
    case .header(_, let range): openPart(range)
    case .nestedStart: readNested(from: line)
    case .logStart: (hasLog, _) = (true, leavePart())
    case .logEntry where hasLog: readLogEntry(from: line)
    case .rule where isInPart: leavePart()
    case .logEntry, .rule: append(line.range)
    }
  }

  private mutating func isRepeated(by other: HeaderLayout) -> Bool {
    title?.isRepeated(by: CommitMessage.Header(other, in: text.bytes)) ?? false
  }

  /// Until the first mark all text is the header's own, and most messages have no mark: only then it is copied.
  private mutating func beginOwn(before line: LineScanner.Line) {
    guard !hasOwn else { return }
    hasOwn = true
    own.append(verbatim: text.bytes[..<line.range.lowerBound])
  }

  private mutating func openPart(_ header: Range<Int>) {
    parts.append(SquashDraft(header: text.bytes[header]))
    isInPart = true
  }

  /// Goes back to the header's own text; a commit without a header of its own leaves the text to its last part.
  private mutating func leavePart() {
    if header != nil {
      isInPart = false
      own.endParagraph()
    } else if let last = parts.indices.last {
      isInPart = true
      parts[last].endParagraph()
    }
  }

  private mutating func append(_ line: Range<Int>) {
    if isInPart, let last = parts.indices.last {
      parts[last].append(line, of: text.bytes)
    } else if hasOwn {
      own.append(line, of: text.bytes)
    }
  }

  private mutating func readNested(from start: LineScanner.Line) {
    var (draft, end) = (SquashDraft(), start.range.upperBound)
    while let line = lines.next() {
      end = line.range.upperBound
      if SquashMark.isNestedEnd(line.range, in: text.bytes) { break }
      draft.append(line.range, of: text.bytes)
    }
    add(draft, else: start.range.lowerBound..<end)
  }

  /// Reads an entry of `git log`: what is known about the commit, a blank line, and the message with a margin.
  private mutating func readLogEntry(from start: LineScanner.Line) {
    let bytes = text.bytes
    var (draft, end) = (SquashDraft(), start.range.upperBound)
    while let line = lines.next(where: { !bytes.isBlank($0) }) { end = line.range.upperBound }
    while let line = lines.next(where: { bytes.isBlank($0) || bytes.hasWord(Self.margin, at: $0) }) {
      draft.append(line.range.dropFirst(Self.margin.count), of: bytes)
      end = line.range.upperBound
    }
    add(draft, else: start.range.lowerBound..<end)
  }

  /// Adds a part whose ends are known; when it does not count, its lines stay with the header's own text.
  private mutating func add(_ draft: SquashDraft, else lines: Range<Int>) {
    startsParagraph = true
    let counts = HeaderLayout(ofKnownType: draft.firstLine, in: draft.bytes) != nil
    if counts { parts.append(draft) }
    leavePart()
    if !counts, header != nil { own.append(verbatim: text.bytes[lines] + [Ascii.newline]) }
  }

  private static let margin = [UInt8](repeating: Ascii.space, count: 4)
}
