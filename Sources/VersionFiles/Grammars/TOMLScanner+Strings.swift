extension TOMLScanner {
  mutating func string() throws(VersionFileError) -> TOMLString {
    if reader.isAt("\"\"\"") || reader.isAt("'''") { return try multiLineString() }
    return try singleLineString()
  }

  mutating func singleLineString() throws(VersionFileError) -> TOMLString {
    guard let quote = reader.next else { throw reader.unexpected }
    reader.advance()
    let start = reader.offset
    while let byte = reader.next, byte >= 0x20 || byte == 0x09 {
      if byte == quote {
        reader.advance()
        return try string(start..<(reader.offset - 1), quote: quote)
      }
      reader.advance(byte == Ascii.backslash && quote == Ascii.doubleQuote ? 2 : 1)
    }
    throw reader.unexpected
  }

  /// Reads a string in three quotes; a line break right behind them does not belong to it, up to two quotes
  /// before the last three do.
  private mutating func multiLineString() throws(VersionFileError) -> TOMLString {
    guard let quote = reader.next else { throw reader.unexpected }
    reader.advance(3)
    _ = takeLineBreak()
    let start = reader.offset
    while let byte = reader.next {
      if byte == quote, reader.peek(1) == quote, reader.peek(2) == quote {
        let end = reader.offset + min(2, closingQuotes(quote) - 3)
        reader.offset = end + 3
        return try string(start..<end, quote: quote)
      }
      reader.advance(byte == Ascii.backslash && quote == Ascii.doubleQuote ? 2 : 1)
    }
    throw reader.unexpected
  }

  private func closingQuotes(_ quote: UInt8) -> Int {
    (0..<5).prefix { reader.peek($0) == quote }.count
  }

  private func string(_ range: Range<Int>, quote: UInt8) throws(VersionFileError) -> TOMLString {
    let bytes = reader.bytes[range]
    guard quote == Ascii.doubleQuote, bytes.contains(Ascii.backslash) else {
      return TOMLString(range: range, text: Array(bytes))
    }
    return TOMLString(range: range, text: try unescaped(range))
  }

  private func unescaped(_ range: Range<Int>) throws(VersionFileError) -> [UInt8] {
    var text: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = reader.bytes[place]
      guard byte == Ascii.backslash else {
        text.append(byte)
        place += 1
        continue
      }
      guard let (escaped, length) = escape(reader.bytes[place..<range.upperBound]) else {
        throw reader.source.malformed(at: place)
      }
      text += escaped.map { Array(String($0).utf8) } ?? []
      place += length
    }
    return text
  }

  /// Reads one escape and how many bytes it takes; a backslash at a line's end stands for nothing, and
  /// swallows all white space up to the next text.
  private func escape(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, Int)? {
    guard let kind = bytes.dropFirst().first else { return nil }
    if Ascii.isSpace(kind) { return (nil, 1 + bytes.dropFirst().prefix(while: Ascii.isSpace).count) }
    if let length = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][kind] {
      return unicodeEscape(bytes.dropFirst(2).prefix(length), length).map { ($0, length + 2) }
    }
    guard let index = Array("\"\\bfnrte".utf8).firstIndex(of: kind) else { return nil }
    return (Array("\"\\\u{8}\u{C}\n\r\t\u{1B}".unicodeScalars)[index], 2)
  }

  private func unicodeEscape(_ digits: ArraySlice<UInt8>, _ length: Int) -> Unicode.Scalar? {
    guard digits.count == length else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = Ascii.hexValue(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
