extension TimeSpan {
  /// Reads numbers, each followed by its unit (`d`, `h`, `m`, `s`), the greater unit first, without spaces
  /// or sign: `1h30m`.
  ///
  /// - Throws: `TimeError.badSpan`, `.unknownUnit`, `.unitOutOfOrder` or `.spanTooLong`, each with the text.
  package init(parsing text: String) throws(TimeError) {
    var rest = text[...].utf8
    var units = Unit.allCases[...]
    var seconds: Int64 = 0
    repeat {
      let amount = try Self.amount(&rest, of: text)
      let unit = try Self.unit(&rest, of: text)
      guard let position = units.firstIndex(of: unit) else { throw .unitOutOfOrder(text) }
      units = units[(position + 1)...]
      let (product, isTooBig) = amount.multipliedReportingOverflow(by: Int64(unit.seconds))
      let (sum, isTooLong) = seconds.addingReportingOverflow(product)
      guard !isTooBig, !isTooLong else { throw .spanTooLong(text) }
      seconds = sum
    } while !rest.isEmpty
    self.init(seconds: seconds)
  }

  private static func amount(_ rest: inout Substring.UTF8View, of text: String) throws(TimeError) -> Int64 {
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard !digits.isEmpty else { throw .badSpan(text) }
    guard let amount = Int64(Substring(digits)) else { throw .spanTooLong(text) }
    rest = rest[digits.endIndex...]
    return amount
  }

  private static func unit(_ rest: inout Substring.UTF8View, of text: String) throws(TimeError) -> Unit {
    let letters = rest.prefix { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }
    guard !letters.isEmpty else { throw .badSpan(text) }
    guard let unit = Unit(rawValue: String(Substring(letters))) else { throw .unknownUnit(text) }
    rest = rest[letters.endIndex...]
    return unit
  }
}
