extension YAMLScanner {
  /// Reads a flow collection with everything in it; a quote opens a scalar only where one can start.
  mutating func flow() throws(VersionFileError) -> Range<Int> {
    let start = reader.offset
    var depth = 0
    var canStart = true
    while let byte = reader.next {
      if byte == UInt8(ascii: "#"), isAtValueEnd {
        reader.skipLine()
      } else if canStart, byte == Ascii.doubleQuote || byte == Ascii.singleQuote {
        _ = try quoted()
        canStart = false
      } else {
        reader.advance()
        if "[{".utf8.contains(byte) { depth += 1 }
        if "]}".utf8.contains(byte) { depth -= 1 }
        canStart = "[{,:".utf8.contains(byte) || canStart && Ascii.isSpace(byte)
        if depth == 0 { return start..<reader.offset }
      }
    }
    throw reader.source.malformed(at: start)
  }

  /// Goes over all lines that are further in than a column, and empty ones between; stays at the end of the
  /// last line.
  ///
  /// Returns whether there was one with text that is no comment.
  @discardableResult
  mutating func skipDeeperLines(than column: Int) -> Bool {
    var hasText = false
    reader.skipLine()
    while let text = deeperLine(than: column) {
      hasText = hasText || text
      reader.advance()
      reader.skipLine()
    }
    return hasText
  }

  /// Whether the first line with text that follows is further in than a column, or a sequence in the same
  /// column.
  func isFollowedByDeeperLine(than column: Int) -> Bool {
    var reader = reader
    while !reader.isAtEnd {
      reader.skipLine()
      reader.advance()
      let indentation = reader.take { $0 == 0x20 }.count
      reader.take(while: Ascii.isBlank)
      guard reader.isAtEndOfLine || reader.next == UInt8(ascii: "#") else {
        let isElement = reader.isAt("- ") || reader.isAt("-\n") || reader.isAt("-\r")
        return indentation > column || indentation == column && isElement
      }
    }
    return false
  }

  /// Whether the line behind the break here has text; `nil` when it is not further in, or there is none.
  private func deeperLine(than column: Int) -> Bool? {
    var reader = reader
    guard reader.take(Ascii.newline), !reader.isAtEnd else { return nil }
    let indentation = reader.take { $0 == 0x20 }.count
    reader.take(while: Ascii.isBlank)
    if reader.isAtEndOfLine { return false }
    guard indentation > column else { return nil }
    return reader.next != UInt8(ascii: "#")
  }
}
