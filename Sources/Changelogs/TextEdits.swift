/// Changes to a text, collected by the places of the old one and applied in one go.
struct TextEdits {
  private enum Change {
    case replacement([UInt8])
    case paragraph([UInt8])
    case line([UInt8], isFirst: Bool)
  }

  private let bytes: [UInt8]
  private let lineEnd: String
  private var edits: [(range: Range<Int>, change: Change)] = []

  init(of bytes: [UInt8], lineEnd: String) {
    self.bytes = bytes
    self.lineEnd = lineEnd
  }

  /// Replaces a range of one line.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, .replacement(Array(text.utf8))))
  }

  /// Leaves one blank line of a range that begins and ends at the beginning of a line.
  mutating func clear(_ range: Range<Int>) {
    edits.append((range, .replacement(Array(lineEnd.utf8))))
  }

  /// Inserts text with a blank line before and after it.
  mutating func insertParagraph(_ text: [UInt8], at place: Int) {
    edits.append((place..<place, .paragraph(text)))
  }

  /// Inserts a line among lines of its kind, or as the first of them with a blank line before and after it.
  mutating func insertLine(_ text: String, at place: Int, isFirst: Bool) {
    edits.append((place..<place, .line(Array(text.utf8), isFirst: isFirst)))
  }

  /// Returns the new text.
  func applied() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 4096)
    var place = 0
    // Insertions at one place stay in the order in which they were made: the sort is stable.
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[place..<edit.range.lowerBound]
      write(edit.change, isLast: edit.range.upperBound == bytes.count, to: &result)
      place = edit.range.upperBound
    }
    return result + bytes[place...]
  }

  private func write(_ change: Change, isLast: Bool, to result: inout [UInt8]) {
    switch change {
    case .replacement(let text): result += text
    case .paragraph(let text):
      endLine(withBlankLine: true, of: &result)
      result += converted(text)
      if !isLast { result += lineEnd.utf8 }
    case .line(let text, let isFirst):
      endLine(withBlankLine: isFirst, of: &result)
      result += text + lineEnd.utf8
      if isFirst, !isLast { result += lineEnd.utf8 }
    }
  }

  /// Adds what is missing so that a line begins here, after a blank one if one is wanted.
  private func endLine(withBlankLine isBlankWanted: Bool, of result: inout [UInt8]) {
    guard result.count > result[...].byteOrderMark.count else { return }
    if result.last != 0x0A { result += lineEnd.utf8 }
    let line = result.dropLast()
    let start = line.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    if isBlankWanted, !line[start...].trimmingBlankLines().isEmpty { result += lineEnd.utf8 }
  }

  private func converted(_ text: [UInt8]) -> [UInt8] {
    MarkdownLines(of: text[...]).lines.flatMap { text[$0.range].withLineEnd(lineEnd) }
  }
}
