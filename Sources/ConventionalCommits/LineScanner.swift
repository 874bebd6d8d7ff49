/// Hands out the lines of a message one by one, so that a message of many lines needs no table of them.
struct LineScanner {
  struct Line: Hashable {
    /// The bytes of the line, without its line break.
    let range: Range<Int>
    /// The number of the line, counted from 1 in the message as it was given.
    let number: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Goes on after a line.
  init(_ bytes: [UInt8], after line: Line) {
    self.bytes = bytes
    (offset, number) = (line.range.upperBound + 1, line.number)
  }

  mutating func next() -> Line? {
    guard offset < bytes.count else { return nil }
    let range = offset..<bytes.place(of: Ascii.newline, in: offset..<bytes.count)
    offset = range.upperBound + 1
    number += 1
    return Line(range: range, number: number)
  }

  /// Hands out the next line if it is wanted, and keeps it otherwise.
  mutating func next(where isWanted: (Range<Int>) -> Bool) -> Line? {
    var ahead = self
    guard let line = ahead.next(), isWanted(line.range) else { return nil }
    self = ahead
    return line
  }

  /// Hands out the first line that is not blank.
  mutating func nextInked() -> Line? {
    while let line = next() {
      if !bytes.isBlank(line.range) { return line }
    }
    return nil
  }
}
