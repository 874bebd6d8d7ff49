/// Where the parts of a message lie, found in one pass over its lines.
struct MessageLayout {
  /// A footer, or a breaking change announced in the middle of a paragraph ("glued" to it).
  struct Section {
    let token: Range<Int>
    let separator: CommitMessage.Footer.Separator
    fileprivate(set) var value: Range<Int>
    let isBreaking: Bool
    let isGlued: Bool
    /// The number of the line that it starts on.
    let line: Int
  }

  private(set) var bodyRange: Range<Int>?
  private(set) var sections: [Section] = []
  /// The line right under the header, when it is not blank.
  private(set) var crowdedLine: Int?
  /// The lines that mean to announce a breaking change, in a form that does not count.
  private(set) var failedAnnouncements: [Int] = []
  /// The line of the code fence or of the HTML element that nothing closes.
  var unclosedQuotation: Int? { quotation.openedAt }

  private let bytes: [UInt8]
  private var quotation = Quotation()
  /// Whether the last section goes on with the next line.
  private var isOpen = false

  init(of text: MessageText) {
    bytes = text.bytes
    var lines = text.linesBelow
    // A footer starts after a blank line or, without a body, right after the header.
    var startsParagraph = true
    while let line = lines.next() {
      let isBlank = bytes.isBlank(line.range)
      if line.number == text.header.number + 1, !isBlank { crowdedLine = line.number }
      read(line, isBlank: isBlank, startsParagraph: startsParagraph)
      startsParagraph = isBlank
    }
    close(at: bytes.count)
  }

  private mutating func read(_ line: LineScanner.Line, isBlank: Bool, startsParagraph: Bool) {
    let isQuoted = quotation.takes(line, of: bytes)
    let mark = isQuoted || isBlank ? nil : FooterMark(in: bytes, line: line.range)
    if let mark, hasFooters || startsParagraph {
      open(mark, on: line, isGlued: false)
    } else if let mark, mark.isBreaking {
      open(mark, on: line, isGlued: true)
    } else if isQuoted || isBlank || mark != nil {
      closeGlued(at: line.range.lowerBound)
    }
    if !isBlank, !hasFooters { extendBody(with: line.range) }
    if !isQuoted, mark?.isBreaking != true, BreakingHint.isPresent(in: line.range, of: bytes) {
      failedAnnouncements.append(line.number)
    }
  }

  /// Whether the footers have begun; from there on each line with a mark starts the next one.
  private var hasFooters: Bool { sections.last?.isGlued == false }

  private mutating func extendBody(with line: Range<Int>) {
    bodyRange = (bodyRange?.lowerBound ?? line.lowerBound)..<line.upperBound
  }

  private mutating func open(_ mark: FooterMark, on line: LineScanner.Line, isGlued: Bool) {
    close(at: line.range.lowerBound)
    sections.append(
      Section(
        token: mark.token, separator: mark.separator, value: mark.end..<line.range.upperBound,
        isBreaking: mark.isBreaking, isGlued: isGlued, line: line.number))
    isOpen = true
  }

  /// A glued announcement ends with its paragraph; a footer goes on until the next one.
  private mutating func closeGlued(at offset: Int) {
    if !hasFooters { close(at: offset) }
  }

  private mutating func close(at offset: Int) {
    guard isOpen, let last = sections.indices.last else { return }
    sections[last].value = sections[last].value.lowerBound..<offset
    isOpen = false
  }
}
