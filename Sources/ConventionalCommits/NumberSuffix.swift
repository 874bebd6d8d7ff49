/// The number of a pull request at the end of a subject, as GitHub appends it: ` (#12)`.
struct NumberSuffix {
  /// Where the suffix starts, with the space that belongs to it.
  let start: Int
  let digits: Range<Int>

  /// Reads the end of a range; `nil` when there is no such suffix.
  init?(of range: Range<Int>, after opening: [UInt8] = github, in bytes: [UInt8]) {
    guard range.count > opening.count + 1, bytes[range.upperBound - 1] == UInt8(ascii: ")") else {
      return nil
    }
    let end = range.upperBound - 1
    var first = end
    while first > range.lowerBound, Ascii.isDigit(bytes[first - 1]) { first -= 1 }
    guard first < end, first - opening.count >= range.lowerBound else { return nil }
    start = first - opening.count
    digits = first..<end
    guard bytes.hasWord(opening, at: start..<first) else { return nil }
  }

  private static let github = Array(" (#".utf8)
}
