/// The texts of the messages that a squashed commit holds, told apart in one pass over its lines.
struct SquashLayout {
  private let text: MessageText
  /// The header of the commit itself; without one there is no message of its own that text could belong to.
  private let header: CommitMessage.Header?
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

  init(of text: MessageText, header: CommitMessage.Header?) {
    self.text = text
    self.header = header
    lines = LineScanner(text)
    readHeader()
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
    return ((header == nil ? [] : [own]) + parts).map { MessageText(lines: $0.bytes) }
  }

  private mutating func readHeader() {
    while let line = lines.next() {
      guard !text.isBlank(line.range) else { continue }
      guard header == nil else { return }
      if case .header(_, let range) = SquashMark(title: line.range, in: text) {
        openPart(range)
      } else {
        read(line)
      }
      return
    }
  }

  private mutating func read(_ line: LineScanner.Line) {
    let isQuoted = quotation.takes(text.bytes[line.range], at: line.number)
    let mark = isQuoted ? nil : SquashMark(line.range, in: text, startsParagraph: startsParagraph)
    startsParagraph = text.isBlank(line.range)
    if mark != nil { beginOwn(before: line) }
    switch mark {
    case .header(let header, _) where self.header?.isRepeated(by: header) == true: leavePart()
    case .header(_, let range): openPart(range)
    case .nestedStart: readNested(from: line)
    case .logStart: (hasLog, _) = (true, leavePart())
    case .logEntry where hasLog: readLogEntry(from: line)
    case .rule where isInPart: leavePart()
    default: append(text.bytes[line.range])
    }
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

  private mutating func append(_ line: ArraySlice<UInt8>) {
    if isInPart, let last = parts.indices.last {
      parts[last].append(line)
    } else if hasOwn {
      own.append(line)
    }
  }

  private mutating func readNested(from start: LineScanner.Line) {
    var (draft, end) = (SquashDraft(), start.range.upperBound)
    while let line = lines.next() {
      end = line.range.upperBound
      if SquashMark.isNestedEnd(text.bytes[line.range]) { break }
      draft.append(text.bytes[line.range])
    }
    add(draft, else: start.range.lowerBound..<end)
  }

  /// Reads an entry of `git log`: what is known about the commit, a blank line, and the message with a margin.
  private mutating func readLogEntry(from start: LineScanner.Line) {
    var (draft, end) = (SquashDraft(), start.range.upperBound)
    while let line = lines.next(where: { !$0.allSatisfy(Ascii.isSpace) }) { end = line.range.upperBound }
    while let line = lines.next(where: { $0.allSatisfy(Ascii.isSpace) || $0.starts(with: Self.margin) }) {
      draft.append(text.bytes[line.range].dropFirst(Self.margin.count))
      end = line.range.upperBound
    }
    add(draft, else: start.range.lowerBound..<end)
  }

  /// Adds a part whose ends are known; when it does not count, its lines stay with the header's own text.
  private mutating func add(_ draft: SquashDraft, else lines: Range<Int>) {
    startsParagraph = true
    let counts = CommitMessage.Header(ofKnownType: draft.firstLine) != nil
    if counts { parts.append(draft) }
    leavePart()
    if !counts, header != nil { own.append(verbatim: text.bytes[lines] + [Ascii.newline]) }
  }

  private static let margin = [UInt8](repeating: Ascii.space, count: 4)
}
