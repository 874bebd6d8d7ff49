extension JSONParser {
  /// Reads a string, its opening quotation mark being next.
  mutating func string() throws(JSONError) -> String {
    offset += 1
    let start = offset
    try skipPlainText()
    guard take(UInt8(ascii: "\"")) else { return try escapedString(from: start) }
    return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
  }

  /// Goes on with a string that has an escape at `offset`, its text before that starting at `start`.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var text = Array(bytes[start..<offset])
    while !take(UInt8(ascii: "\"")) {
      offset += 1  // the `\`, where plain text ended
      try escape(into: &text)
      let plain = offset
      try skipPlainText()
      text += bytes[plain..<offset]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Stops at the `"` or `\` after characters that stand for themselves.
  private mutating func skipPlainText() throws(JSONError) {
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return
      case 0x20..<0x80: offset += 1
      case ..<0x20: throw failure(.controlCharacter)
      default: try skipMultibyteCharacter(lead: byte)
      }
    }
    throw failure(.unexpectedEnd)
  }

  /// The well-formed sequences are those of table 3-7 of the Unicode Standard (RFC 3629, section 4).
  private mutating func skipMultibyteCharacter(lead: UInt8) throws(JSONError) {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: throw failure(.invalidUTF8)
      }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]),
      bytes[(offset + 2)..<(offset + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { throw failure(.invalidUTF8) }
    offset += length
  }
}
