/// Reads the lines of a Java properties file one by one.
struct PropertiesReader {
  /// A key, its escapes resolved, and where its value stands, without the blanks at its ends.
  struct Property {
    let key: [UInt8]
    let offset: Int
    let value: Range<Int>
    let hasSeparator: Bool
  }

  private var reader: ByteReader

  init(_ source: SourceText) {
    reader = ByteReader(source)
  }

  /// Returns the next property; `nil` at the end.
  mutating func property() -> Property? {
    while !reader.isAtEnd {
      reader.take(while: Self.isSpace)
      guard reader.next != UInt8(ascii: "#"), reader.next != UInt8(ascii: "!") else {
        reader.skipLine()
        continue
      }
      if !reader.isAtEnd { return readProperty() }
    }
    return nil
  }

  private mutating func readProperty() -> Property {
    let start = reader.offset
    let key = key()
    let keyEnd = reader.offset
    reader.take(while: Ascii.isBlank)
    let hasSeparator = reader.take(UInt8(ascii: "=")) || reader.take(UInt8(ascii: ":"))
    reader.take(while: Ascii.isBlank)
    let valueStart = reader.offset
    skipLogicalLine()
    let value = reader.source.trimmed(valueStart..<reader.offset)
    let isMissing = value.isEmpty && !hasSeparator
    return Property(
      key: key, offset: start, value: isMissing ? keyEnd..<keyEnd : value,
      hasSeparator: hasSeparator || keyEnd < valueStart && !isMissing)
  }

  private mutating func key() -> [UInt8] {
    var key: [UInt8] = []
    while let byte = reader.next, !Self.isSpace(byte), byte != UInt8(ascii: "="), byte != UInt8(ascii: ":") {
      reader.advance()
      key += byte == Ascii.backslash ? escape() : [byte]
    }
    return key
  }

  /// Reads what stands behind a backslash: a Unicode escape, a line break that goes on, or a byte as it is.
  private mutating func escape() -> [UInt8] {
    guard let kind = reader.next else { return [] }
    reader.advance()
    if kind == UInt8(ascii: "u") {
      let digits = (0..<4).compactMap { reader.peek($0).flatMap(Ascii.hexValue) }
      reader.advance(digits.count)
      let value = digits.reduce(0) { $0 << 4 | UInt32($1) }
      return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }
    if kind == 0x0D { _ = reader.take(Ascii.newline) }
    guard kind == Ascii.newline || kind == 0x0D else { return [kind] }
    reader.take(while: Ascii.isBlank)
    return []
  }

  /// Goes to the end of the line, and of those that a backslash at the end adds to it.
  private mutating func skipLogicalLine() {
    while let byte = reader.next, byte != Ascii.newline, byte != 0x0D {
      reader.advance()
      guard byte == Ascii.backslash else { continue }
      if reader.isAt("\r\n") { reader.advance() }
      reader.advance()
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { Ascii.isSpace(byte) || byte == 0x0C }
}
