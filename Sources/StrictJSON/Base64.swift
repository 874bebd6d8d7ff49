/// Base64 (RFC 4648) in its one canonical spelling: padded, the unused bits zero.
package enum Base64 {
  /// Returns the standard alphabet's text (section 4) with padding.
  package static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      appendGroup(bytes[start..<min(start + 3, bytes.count)], to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Returns the bytes, or `nil` unless the text is padded, canonical and of one alphabet: the standard one
  /// or the URL-safe one (section 5), as DSSE demands of readers.
  package static func decode(_ text: String) -> [UInt8]? { decode(Array(text.utf8)) }

  /// Returns the bytes that ASCII text stands for, or `nil` like `decode(_: String)`.
  package static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let digits = text.prefix(text.count - padding(of: text))
    var decoder = Base64Decoder(capacity: digits.count * 3 / 4)
    for digit in digits {
      guard decoder.take(digit) else { return nil }
    }
    return decoder.result
  }

  private static func padding(of text: [UInt8]) -> Int {
    text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
  }

  private static func appendGroup(_ group: ArraySlice<UInt8>, to text: inout [UInt8]) {
    let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
    for place in 0..<4 {
      let digit = alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 0x3F)]
      text.append(place <= group.count ? digit : UInt8(ascii: "="))
    }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}

/// Gathers digits to bytes and remembers which alphabet they are of.
private struct Base64Decoder {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var pendingBits = 0
  private var hasStandard = false
  private var hasURLSafe = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// The bytes, or `nil` when unused bits are set or both alphabets were used.
  var result: [UInt8]? { pending == 0 && !(hasStandard && hasURLSafe) ? bytes : nil }

  /// Returns whether the digit is one.
  mutating func take(_ digit: UInt8) -> Bool {
    guard let value = value(of: digit) else { return false }
    pending = pending << 6 | UInt32(value)
    pendingBits += 6
    guard pendingBits >= 8 else { return true }
    pendingBits -= 8
    bytes.append(UInt8(pending >> UInt32(pendingBits)))
    pending &= (1 << UInt32(pendingBits)) - 1
    return true
  }

  private mutating func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return digit - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return digit - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "/"):
      hasStandard = true
      return digit == UInt8(ascii: "+") ? 62 : 63
    case UInt8(ascii: "-"), UInt8(ascii: "_"):
      hasURLSafe = true
      return digit == UInt8(ascii: "-") ? 62 : 63
    default: return nil
    }
  }
}
