/// A natural number in decimal digits, of any length.
///
/// SemVer sets no upper bound, so a version may hold a number that fits no machine integer; such a version is
/// compared, printed and counted up like any other instead of being refused or, worse, wrapped around.
package struct Numeral: Hashable, Sendable {
  /// ASCII digits without leading zeros; `"0"` for zero.
  package let digits: String

  /// Takes over digits that were checked: at least one, ASCII, no leading zero.
  init(checked digits: String) {
    self.digits = digits
  }

  /// Makes the number of an integer.
  ///
  /// - Precondition: `value` is not negative.
  package init(_ value: Int) {
    precondition(value >= 0, "a version number is never negative")
    digits = String(value)
  }

  /// The number after this one.
  var successor: Numeral {
    var bytes = Array(digits.utf8)
    guard let last = bytes.lastIndex(where: { $0 != Ascii.nine }) else {
      return Numeral(checked: "1" + String(repeating: "0", count: bytes.count))
    }
    bytes[last] += 1
    for index in bytes.indices.suffix(from: last + 1) { bytes[index] = Ascii.zero }
    return Numeral(checked: String(decoding: bytes, as: UTF8.self))
  }
}

extension Numeral: Comparable {
  /// Compares by value: without leading zeros the longer number is the greater one.
  package static func < (left: Numeral, right: Numeral) -> Bool {
    let (leftCount, rightCount) = (left.digits.utf8.count, right.digits.utf8.count)
    guard leftCount == rightCount else { return leftCount < rightCount }
    return left.digits.utf8.lexicographicallyPrecedes(right.digits.utf8)
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
