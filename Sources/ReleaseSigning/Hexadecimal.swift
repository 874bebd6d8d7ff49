/// Lower-case hexadecimal text, the only spelling that digests and key ids have: one value, one text.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Returns two digits a byte.
  static func text(_ bytes: [UInt8]) -> String {
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Returns the bytes of an even number of lower-case digits, or nil for any other text.
  static func bytes(_ text: String) -> [UInt8]? {
    let nibbles = text.utf8.compactMap(value)
    guard nibbles.count == text.utf8.count, nibbles.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
