/// Takes the blank lines from the beginning and the end of a text that comes piece by piece, and ends its last line.
struct DocumentTrimmer {
  /// White space that is part of the text only if more follows.
  private var pending: [UInt8] = []
  private var hasBegun = false

  /// Takes the next piece and returns what is sure to be part of the text.
  mutating func take(_ piece: [UInt8]) -> [UInt8] {
    guard let last = piece.lastIndex(where: { !$0.isSpaceOrLineEnd }) else {
      pending += piece
      return []
    }
    let text = pending + piece[...last]
    pending = Array(piece[(last + 1)...])
    guard !hasBegun else { return text }
    hasBegun = true
    return Array(text[...].withoutBlankLines)
  }

  /// Returns the end of the text.
  func finish() -> [UInt8] {
    hasBegun ? Array("\n".utf8) : []
  }
}

extension ArraySlice<UInt8> {
  /// The text from its first line on that is not blank.
  fileprivate var withoutBlankLines: ArraySlice<UInt8> {
    let ink = firstIndex { !$0.isSpaceOrLineEnd } ?? endIndex
    return self[(self[..<ink].lastIndex(of: 0x0A).map { $0 + 1 } ?? startIndex)...]
  }
}

extension UInt8 {
  fileprivate var isSpaceOrLineEnd: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
