/// The bytes that the grammars of this room are made of.
enum Ascii {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isUpper(byte) || isLower(byte) }

  /// Whether the byte is a hexadecimal digit as digests are written.
  static func isLowerHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte) }

  /// Returns the text with `A`–`Z` in lower case and everything else as it is.
  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { isUpper($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// Returns the bytes without the spaces and tabs around them.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop { isBlank($0) }
    return start.prefix((start.lastIndex { !isBlank($0) }).map { $0 - start.startIndex + 1 } ?? 0)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Returns the text of bytes that were looked at, or came from a string.
  static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Returns whether a text starts with these bytes; `hasPrefix` follows canonical equivalence.
  static func starts(_ text: String, with prefix: String) -> Bool { text.utf8.starts(with: prefix.utf8) }
}
