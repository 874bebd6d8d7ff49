extension TOMLScanner {
  /// - Parameter depth: The arrays and inline tables around the value.
  mutating func value(depth: Int) throws(VersionFileError) -> TOMLValue {
    guard depth < Self.depthLimit else { throw reader.unexpected }
    switch reader.next {
    case Ascii.doubleQuote, Ascii.singleQuote: return .string(try string())
    case UInt8(ascii: "{"): return .table(try inlineTable(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    default: return try scalar()
    }
  }

  private mutating func inlineTable(depth: Int) throws(VersionFileError) -> [TOMLEntry] {
    reader.advance()
    var entries: [TOMLEntry] = []
    skipSpace()
    while !reader.take(UInt8(ascii: "}")) {
      entries.append(try entry(depth: depth))
      try separator(before: UInt8(ascii: "}"))
    }
    return entries
  }

  private mutating func array(depth: Int) throws(VersionFileError) -> [TOMLString] {
    reader.advance()
    var strings: [TOMLString] = []
    skipSpace()
    while !reader.take(UInt8(ascii: "]")) {
      if case .string(let string) = try value(depth: depth) { strings.append(string) }
      try separator(before: UInt8(ascii: "]"))
    }
    return strings
  }

  private mutating func separator(before end: UInt8) throws(VersionFileError) {
    skipSpace()
    guard reader.take(UInt8(ascii: ",")) || reader.next == end else { throw reader.unexpected }
    skipSpace()
  }

  private mutating func skipSpace() {
    repeat {
      reader.take(while: Ascii.isBlank)
      skipComment()
    } while takeLineBreak()
  }

  /// Reads a number, a Boolean or a time; a time may have a space in it.
  private mutating func scalar() throws(VersionFileError) -> TOMLValue {
    let isWanted = { (byte: UInt8) in Ascii.isAlphanumeric(byte) || "+-._:".utf8.contains(byte) }
    let word = reader.take(while: isWanted)
    guard !word.isEmpty else { throw reader.unexpected }
    if word.count == 10, reader.next == 0x20, let digit = reader.peek(1), Ascii.isDigit(digit) {
      reader.advance()
      reader.take(while: isWanted)
    }
    let text = reader.bytes[word]
    if text.elementsEqual("true".utf8) { return .boolean(true) }
    return text.elementsEqual("false".utf8) ? .boolean(false) : .scalar
  }
}
