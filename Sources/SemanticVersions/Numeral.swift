/// A natural number of any length.
///
/// SemVer sets no upper bound, so a version may hold a number that fits no machine integer; such a version is
/// compared, printed and counted up like any other instead of being refused or, worse, wrapped around.
package struct Numeral: Hashable, Sendable {
  private let storage: Storage

  /// Nine digits fit a word, and word and digits share eight bytes; each number has one form only, so that equal
  /// numbers are equal.
  private enum Storage: Hashable {
    case word(UInt32)
    case digits([UInt8])
  }

  /// How many digits any word is sure to hold.
  static let wordDigits = 9

  /// Makes a number of at most nine digits.
  init(word: UInt32) {
    storage = .word(word)
  }

  /// Takes over digits that were checked: at least one, ASCII, no leading zero.
  init(checked digits: ArraySlice<UInt8>) {
    let fits = digits.count <= Self.wordDigits
    storage =
      fits ? .word(digits.reduce(0) { $0 * 10 + UInt32($1 - Ascii.zero) }) : .digits(Array(digits))
  }

  /// Makes the number of an integer.
  ///
  /// - Precondition: `value` is not negative.
  package init(_ value: Int) {
    precondition(value >= 0, "a version number is never negative")
    self.init(checked: Array(String(value).utf8)[...])
  }

  /// ASCII digits without leading zeros; `"0"` for zero.
  package var digits: String {
    switch storage {
    case .word(let value): String(value)
    case .digits(let digits): String(decoding: digits, as: UTF8.self)
    }
  }

  /// The number after this one.
  var successor: Numeral {
    var digits = Array(digits.utf8)
    let nines = digits.reversed().prefix { $0 == Ascii.nine }.count
    digits.replaceSubrange((digits.count - nines)..., with: repeatElement(Ascii.zero, count: nines))
    if nines == digits.count { digits.insert(Ascii.zero, at: 0) }
    digits[digits.count - nines - 1] += 1
    return Numeral(checked: digits[...])
  }
}

extension Numeral: Comparable {
  /// Compares by value: without leading zeros the longer number is the greater one.
  package static func < (left: Numeral, right: Numeral) -> Bool {
    switch (left.storage, right.storage) {
    case (.word(let left), .word(let right)): left < right
    case (.word, .digits): true
    case (.digits, .word): false
    case (.digits(let left), .digits(let right)):
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }
}

extension Numeral: ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// Makes the number of a literal, so that `version.major == 0` reads as it should.
  package init(integerLiteral value: Int) {
    self.init(value)
  }

  /// The digits.
  package var description: String { digits }
}
