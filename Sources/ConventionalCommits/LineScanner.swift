/// Hands out the lines of a message one by one, so that a message of many lines needs no table of them.
struct LineScanner {
  struct Line {
    /// The bytes of the line, without its line break.
    let range: Range<Int>
    /// The number of the line, counted from 1 in the message as it was given.
    let number: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var number = 0

  init(_ text: MessageText) {
    bytes = text.bytes
  }

  mutating func next() -> Line? {
    guard offset < bytes.count else { return nil }
    let end = bytes[offset...].firstIndex(of: Ascii.newline) ?? bytes.count
    let range = offset..<end
    offset = end + 1
    number += 1
    return Line(range: range, number: number)
  }

  /// Hands out the next line if its bytes are wanted, and keeps it otherwise.
  mutating func next(where isWanted: (ArraySlice<UInt8>) -> Bool) -> Line? {
    var ahead = self
    guard let line = ahead.next(), isWanted(bytes[line.range]) else { return nil }
    self = ahead
    return line
  }
}
