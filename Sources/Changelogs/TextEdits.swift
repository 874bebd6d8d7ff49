/// Changes to a text, collected by the places of the old one and applied in one go.
struct TextEdits {
  private let bytes: [UInt8]
  private let lineEnd: String
  private var edits: [(range: Range<Int>, replacement: [UInt8])] = []

  init(of bytes: [UInt8], lineEnd: String) {
    self.bytes = bytes
    self.lineEnd = lineEnd
  }

  /// Replaces a range of one line.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, Array(text.utf8)))
  }

  /// Leaves one blank line of a range that begins and ends at the beginning of a line.
  mutating func clear(_ range: Range<Int>) {
    edits.append((range, Array(lineEnd.utf8)))
  }

  /// Inserts text with a blank line before and after it.
  mutating func insertParagraph(_ text: [UInt8], at place: Int) {
    let after = place < bytes.count ? lineEnd : ""
    edits.append((place..<place, gap(before: place) + converted(text) + after.utf8))
  }

  /// Inserts a line among lines of its kind, or as the first of them.
  mutating func insertLine(_ text: String, at place: Int, isFirst: Bool) {
    let gap = missingLineEnd(before: place) + (isFirst ? Array(lineEnd.utf8) : [])
    edits.append((place..<place, gap + text.utf8 + lineEnd.utf8))
  }

  /// Returns the new text.
  func applied() -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    // Insertions at one place stay in the order in which they were made: the sort is stable.
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[place..<edit.range.lowerBound] + edit.replacement
      place = edit.range.upperBound
    }
    return result + bytes[place...]
  }

  /// What must come before a paragraph so that a blank line is before it.
  private func gap(before place: Int) -> [UInt8] {
    let isAfterCleared = edits.contains { !$0.range.isEmpty && $0.range.upperBound == place }
    guard place > 0, !isAfterCleared else { return [] }
    let isAfterBlankLine = MarkdownLines(of: bytes[..<place].suffix(512)).lines.last?.isBlank ?? true
    return missingLineEnd(before: place) + (isAfterBlankLine ? [] : Array(lineEnd.utf8))
  }

  private func missingLineEnd(before place: Int) -> [UInt8] {
    place == 0 || bytes[place - 1] == 0x0A ? [] : Array(lineEnd.utf8)
  }

  private func converted(_ text: [UInt8]) -> [UInt8] {
    MarkdownLines(of: text[...]).lines.flatMap { text[$0.range].withLineEnd(lineEnd) }
  }
}
