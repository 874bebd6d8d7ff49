extension JSONParser {
  /// Reads what follows a `\` and adds the UTF-8 that it stands for.
  mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw failure(.unexpectedEnd) }
    let plain: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"): return text.append(contentsOf: try unicodeEscape().utf8)
    default: throw failure(.badEscape)
    }
    offset += 1
    text.append(plain)
  }

  /// Reads `uXXXX`, or the `uXXXX\uXXXX` of a surrogate pair.
  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    let high = try codeUnit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, take(UInt8(ascii: "\\")), next == UInt8(ascii: "u") else {
      throw JSONError(offset: start, reason: .loneSurrogate)
    }
    let low = try codeUnit()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + UInt32(high - 0xD800) << 10 + UInt32(low - 0xDC00))
    else { throw JSONError(offset: start, reason: .loneSurrogate) }
    return scalar
  }

  /// Reads `u` and four hex digits of either case.
  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    offset += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw failure(.unexpectedEnd) }
      guard let digit = Self.hexValue(of: byte) else { throw failure(.badEscape) }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }

  private static func hexValue(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
