extension JSONScanner {
  /// Returns the text of a string, its escapes resolved; a lone surrogate becomes U+FFFD.
  ///
  /// - Throws: ``VersionFileError/malformed(line:column:)``.
  static func text(of range: Range<Int>, in source: SourceText) throws(VersionFileError) -> [UInt8] {
    let bytes = source.bytes[range]
    guard bytes.contains(Ascii.backslash) else { return Array(bytes) }
    var text: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard bytes[place] == Ascii.backslash else {
        text.append(bytes[place])
        place += 1
        continue
      }
      guard let (escaped, length) = escape(bytes[place...]) else { throw source.malformed(at: place) }
      text += String(escaped).utf8
      place += length
    }
    return text
  }

  /// Reads one escape and how many bytes it takes.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let kind = bytes.dropFirst().first else { return nil }
    if kind == UInt8(ascii: "u") { return unicodeEscape(bytes) }
    guard let index = Array("\"\\/bfnrt".utf8).firstIndex(of: kind) else { return nil }
    return (Array("\"\\/\u{8}\u{C}\n\r\t".unicodeScalars)[index], 2)
  }

  private static func unicodeEscape(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let unit = codeUnit(bytes) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    guard unit < 0xDC00, let low = codeUnit(bytes.dropFirst(6)), low >= 0xDC00, low < 0xE000,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { return ("\u{FFFD}", 6) }
    return (scalar, 12)
  }

  private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.count >= 6, bytes.starts(with: "\\u".utf8) else { return nil }
    var value: UInt32 = 0
    for byte in bytes.dropFirst(2).prefix(4) {
      guard let digit = Ascii.hexValue(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
