/// Reading by offsets, which costs no reference counting; slices of an array hold on to it.
extension [UInt8] {
  /// Returns the place after the bytes at the start of a range that are wanted.
  @inline(__always)
  func end(of range: Range<Int>, while isWanted: (UInt8) -> Bool) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound, isWanted(self[offset]) { offset += 1 }
    return offset
  }

  /// Returns the range without white space at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = end(of: range, while: Ascii.isSpace)
    return start..<inkEnd(of: start..<range.upperBound)
  }

  /// Returns the place after the last byte of a range that is not white space.
  func inkEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, Ascii.isSpace(self[end - 1]) { end -= 1 }
    return end
  }

  /// Returns whether a range holds nothing but white space.
  func isBlank(_ range: Range<Int>) -> Bool {
    end(of: range, while: Ascii.isSpace) == range.upperBound
  }

  /// Returns whether a range starts with a word.
  func hasWord(_ word: [UInt8], at range: Range<Int>) -> Bool {
    guard word.count <= range.count else { return false }
    for offset in word.indices where self[range.lowerBound + offset] != word[offset] { return false }
    return true
  }

  /// Returns whether a range starts with a word that is given in lower case, whatever its own case.
  func hasWord(lowercase word: [UInt8], at range: Range<Int>) -> Bool {
    guard word.count <= range.count else { return false }
    for offset in word.indices where Ascii.lowercased(self[range.lowerBound + offset]) != word[offset] {
      return false
    }
    return true
  }

  /// Returns whether a range is a word that is given in lower case, whatever its own case.
  func isWord(lowercase word: [UInt8], in range: Range<Int>) -> Bool {
    word.count == range.count && hasWord(lowercase: word, at: range)
  }

  /// Returns whether a range holds a word and nothing else but white space after it.
  func isOnly(_ word: [UInt8], in range: Range<Int>) -> Bool {
    hasWord(word, at: range) && isBlank(range.lowerBound + word.count..<range.upperBound)
  }

  /// Returns the text of a range.
  func text(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }
}
