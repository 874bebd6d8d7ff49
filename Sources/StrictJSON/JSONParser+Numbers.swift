extension JSONParser {
  /// Reads `-? (0 | [1-9][0-9]*) (\.[0-9]+)? ([eE][+-]?[0-9]+)?`.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    try wholePart()
    let wholeEnd = offset
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits()
    }
    if offset == wholeEnd, let integer = integer(in: bytes[start..<offset]) { return .integer(integer) }
    return .number(JSONNumber(scanned: String(decoding: bytes[start..<offset], as: UTF8.self)))
  }

  /// Returns `nil` for what 64 bits do not hold, and for `-0`: an integer has no sign of zero, and the
  /// literal could not be written again. Counts downwards, since the least integer has no positive twin.
  private func integer(in literal: ArraySlice<UInt8>) -> Int64? {
    let isNegative = literal.first == UInt8(ascii: "-")
    var integer: Int64 = 0
    for digit in isNegative ? literal.dropFirst() : literal {
      let (product, isTooBig) = integer.multipliedReportingOverflow(by: 10)
      let (difference, isTooLow) = product.subtractingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      guard !isTooBig, !isTooLow else { return nil }
      integer = difference
    }
    guard isNegative else { return integer == .min ? nil : -integer }
    return integer == 0 ? nil : integer
  }

  private mutating func wholePart() throws(JSONError) {
    if take(UInt8(ascii: "0")) {
      guard !isAtDigit else { throw failure(.badNumber) }
    } else {
      try digits()
    }
  }

  private mutating func digits() throws(JSONError) {
    guard isAtDigit else { throw failure(.badNumber) }
    while isAtDigit { offset += 1 }
  }

  private var isAtDigit: Bool {
    guard let byte = next else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
