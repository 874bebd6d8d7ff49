/// A number of bytes as people write it: `200MB`, `1.5 GiB`, `1024`.
package struct ByteCount: Hashable, Sendable {
  /// The number.
  package let bytes: Int64

  /// A number of bytes; none for one below zero.
  package init(bytes: Int64) { self.bytes = max(0, bytes) }

  /// Reads a whole number of bytes, or a number with a unit: `B`, `kB`, `MB`, `GB`, `TB` (1000 each) or
  /// `KiB`, `MiB`, `GiB`, `TiB` (1024 each), capitals or not. At most six digits may follow the point; a part
  /// of a byte is dropped. Returns `nil` for any other text, and for what 64 bits do not hold.
  package init?(_ text: String) {
    let number = text.utf8.prefix { Ascii.isDigit($0) || $0 == UInt8(ascii: ".") }
    let unit = text.utf8[number.endIndex...].drop { $0 == 0x20 }
    let isBare = unit.isEmpty && number.endIndex == text.utf8.endIndex
    guard let factor = isBare ? 1 : Self.factor(String(Substring(unit))) else { return nil }
    let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 1 || (parts.count == 2 && factor > 1 && (1...6).contains(parts[1].count)),
      let whole = Int64(Substring(parts[0]))
    else { return nil }
    let fraction = parts.count == 2 ? Self.fraction(parts[1], of: factor) : 0
    let (product, isTooBig) = whole.multipliedReportingOverflow(by: factor)
    let (sum, overflows) = product.addingReportingOverflow(fraction)
    guard !isTooBig, !overflows else { return nil }
    bytes = sum
  }

  /// The number in a unit that it is a whole number of, as short as can be; else with two digits after the
  /// point, rounded down: `200 MB`, `512 MiB`, `1.53 GB`.
  package var text: String {
    let whole = [Self.decimalUnits, Self.binaryUnits].compactMap(text(in:)).min {
      $0.utf8.count < $1.utf8.count
    }
    if let whole { return whole }
    guard let (name, factor) = Self.decimalUnits.last(where: { bytes >= $0.factor }) else {
      return "\(bytes) B"
    }
    let hundredths = bytes % factor / (factor / 100)
    return "\(bytes / factor).\(hundredths < 10 ? "0" : "")\(hundredths) \(name)"
  }

  private func text(in units: [Unit]) -> String? {
    units.last { bytes >= $0.factor && bytes.isMultiple(of: $0.factor) }.map {
      "\(bytes / $0.factor) \($0.name)"
    }
  }

  private typealias Unit = (name: String, factor: Int64)

  private static let decimalUnits: [Unit] = [
    ("kB", 1000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000),
  ]
  private static let binaryUnits: [Unit] = [
    ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40),
  ]

  private static func factor(_ name: String) -> Int64? {
    let name = Ascii.lowercased(name)
    return name == "b" ? 1 : (decimalUnits + binaryUnits).first { Ascii.lowercased($0.name) == name }?.factor
  }

  /// Six digits of a unit of 2^40 bytes stay far within 64 bits.
  private static func fraction(_ digits: Substring.UTF8View, of factor: Int64) -> Int64 {
    let (number, scale) = digits.reduce((Int64(0), Int64(1))) { sum, digit in
      (sum.0 * 10 + Int64(digit - 0x30), sum.1 * 10)
    }
    return number * factor / scale
  }
}

extension ByteCount: Comparable {
  package static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }
}
