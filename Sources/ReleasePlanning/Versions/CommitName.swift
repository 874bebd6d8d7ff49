/// The full name of a commit, 40 or 64 hexadecimal digits, kept as the number that it is.
package struct CommitName: Hashable, Sendable {
  // From the highest digits to the lowest; names of 40 digits begin in the middle.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64
  private let digitCount: UInt8

  /// Reads lower-case hexadecimal digits; nil when they are not 40 or 64.
  package init?(_ digits: ArraySlice<UInt8>) {
    guard digits.count == 40 || digits.count == 64, let end = Self.word(digits.suffix(16)),
      let third = Self.word(digits.dropLast(16).suffix(16)),
      let second = Self.word(digits.dropLast(32).suffix(16)),
      let first = Self.word(digits.dropLast(48))
    else { return nil }
    digitCount = UInt8(digits.count)
    (self.first, self.second, self.third, fourth) = (first, second, third, end)
  }

  /// Reads lower-case hexadecimal digits; nil when they are not 40 or 64.
  package init?(_ digits: String) { self.init(Array(digits.utf8)[...]) }

  /// The name of no commit: git's null object name.
  package static let none = CommitName()

  private init() { (first, second, third, fourth, digitCount) = (0, 0, 0, 0, 40) }

  /// The value of up to 16 digits.
  private static func word(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var word: UInt64 = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      word = word << 4 | value
    }
    return word
  }

  private static func value(of digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  private var digits: [UInt8] {
    let words = [first, second, third, fourth]
    return (64 - Int(digitCount)..<64).map { place in
      let value = UInt8(words[place / 16] >> UInt64(60 - place % 16 * 4) & 0xF)
      return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
  }

  /// Returns whether the name begins with these digits.
  package func hasPrefix(_ prefix: String) -> Bool { digits.starts(with: prefix.utf8) }
}

extension CommitName {
  /// Feeds the lowest digits alone: names are digests, and no two of a history share sixteen digits by chance.
  package func hash(into hasher: inout Hasher) { hasher.combine(fourth) }
}

extension CommitName: Comparable {
  /// Compares names of one length by their digits.
  package static func < (left: CommitName, right: CommitName) -> Bool {
    (left.first, left.second, left.third, left.fourth) < (
      right.first, right.second, right.third, right.fourth
    )
  }
}

extension CommitName: CustomStringConvertible {
  /// The digits.
  package var description: String { String(decoding: digits, as: UTF8.self) }
}
