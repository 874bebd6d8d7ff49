extension YAMLScanner {
  var isAtBlockScalar: Bool {
    reader.next == UInt8(ascii: "|") || reader.next == UInt8(ascii: ">")
  }

  /// Whether nothing but a comment is left of the line.
  var isAtValueEnd: Bool {
    guard reader.next == UInt8(ascii: "#") else { return reader.isAtEndOfLine }
    return reader.offset > 0 && Ascii.isSpace(reader.bytes[reader.offset - 1])
  }

  private var isAtColon: Bool {
    reader.next == UInt8(ascii: ":") && (reader.peek(1).map(Ascii.isSpace) ?? true)
  }

  /// Reads a key and the colon behind it; `nil` when there is no key, and then what stands here was not read,
  /// or was quoted or a flow collection.
  mutating func key() throws(VersionFileError) -> Range<Int>? {
    let start = reader.offset
    let range: Range<Int>
    var isPlain = false
    switch reader.next {
    case Ascii.doubleQuote, Ascii.singleQuote: range = try quoted()
    case UInt8(ascii: "["), UInt8(ascii: "{"): range = try flow()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return nil
    default:
      range = plain()
      isPlain = true
    }
    reader.take(while: Ascii.isBlank)
    if isAtColon {
      reader.advance()
      return range
    }
    if isPlain { reader.offset = start }
    return nil
  }

  /// Reads `&anchor` and `!tag` before a node.
  mutating func skipProperties() {
    while reader.next == UInt8(ascii: "&") || reader.next == UInt8(ascii: "!") {
      reader.take { !Ascii.isSpace($0) }
      reader.take(while: Ascii.isBlank)
    }
  }

  /// Reads the value behind a colon or a hyphen, and all lines that it goes on over.
  ///
  /// - Parameter column: That of the key or the hyphen: what is further in belongs to the value.
  mutating func value(column: Int) throws(VersionFileError) -> Value {
    let behind = reader.offset
    reader.take(while: Ascii.isBlank)
    skipProperties()
    let start = reader.offset
    switch reader.next {
    case _ where isAtValueEnd:
      return isFollowedByDeeperLine(than: column) ? .other(start) : .missing(behind)
    case Ascii.doubleQuote, Ascii.singleQuote:
      let range = try quoted()
      reader.take(while: Ascii.isBlank)
      guard isAtValueEnd else { throw reader.unexpected }
      return reader.bytes[range].contains(Ascii.newline) ? .other(start) : .scalar(range)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      _ = try flow()
      return .other(start)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      skipDeeperLines(than: column)
      return .other(start)
    case UInt8(ascii: "*"):
      return .other(start)
    default:
      let range = plain()
      guard isAtValueEnd else { throw reader.unexpected }
      return skipDeeperLines(than: column) ? .other(start) : .scalar(range)
    }
  }

  /// Reads a plain scalar up to the end of its line, a comment, or the colon of a key.
  private mutating func plain() -> Range<Int> {
    let start = reader.offset
    while !reader.isAtEndOfLine, !isAtValueEnd, !isAtColon { reader.advance() }
    return reader.source.trimmed(start..<reader.offset)
  }

  /// Reads a scalar in quotes and returns what stands between them.
  mutating func quoted() throws(VersionFileError) -> Range<Int> {
    let open = reader.offset
    guard let quote = reader.next else { throw reader.unexpected }
    reader.advance()
    while let byte = reader.next {
      let isEscape =
        quote == Ascii.doubleQuote ? byte == Ascii.backslash : byte == quote && reader.peek(1) == quote
      reader.advance(isEscape ? 2 : 1)
      if byte == quote, !isEscape { return (open + 1)..<(reader.offset - 1) }
    }
    throw reader.source.malformed(at: open)
  }
}
