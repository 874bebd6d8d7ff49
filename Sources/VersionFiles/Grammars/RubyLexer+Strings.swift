extension RubyLexer {
  /// Reads a string in quotes and says whether there is code in it.
  mutating func quoted(depth: Int) throws(VersionFileError) -> (Range<Int>, hasCode: Bool) {
    let open = lexer.reader.offset
    guard let quote = lexer.reader.next, depth < ScriptLexer.depthLimit else { throw lexer.reader.unexpected }
    lexer.reader.advance()
    var hasCode = quote == UInt8(ascii: "`")
    while let byte = lexer.reader.next {
      if byte == quote {
        lexer.reader.advance()
        return ((open + 1)..<(lexer.reader.offset - 1), hasCode)
      }
      if byte == UInt8(ascii: "#"), lexer.reader.isAt("#{"), quote != Ascii.singleQuote {
        hasCode = true
        try code(depth: depth + 1)
      } else {
        lexer.reader.advance(byte == Ascii.backslash ? 2 : 1)
      }
    }
    throw lexer.reader.source.malformed(at: open)
  }

  /// Reads over `#{…}` with the strings in it.
  private mutating func code(depth: Int) throws(VersionFileError) {
    let start = lexer.reader.offset
    lexer.reader.advance(2)
    var braces = 1
    while let byte = lexer.reader.next {
      if byte == Ascii.doubleQuote || byte == Ascii.singleQuote {
        _ = try quoted(depth: depth)
        continue
      }
      lexer.reader.advance()
      if byte == UInt8(ascii: "{") { braces += 1 }
      if byte == UInt8(ascii: "}") { braces -= 1 }
      if braces == 0 { return }
    }
    throw lexer.reader.source.malformed(at: start)
  }

  /// Reads `%w[…]`, `%q(…)` and their like; `false` when the sign is an operator.
  mutating func takePercentLiteral() throws(VersionFileError) -> Bool {
    let start = lexer.reader.offset
    guard let kind = lexer.reader.peek(1) else { return false }
    let hasKind = "wWqQiIxrs".utf8.contains(kind)
    guard let open = lexer.reader.peek(hasKind ? 2 : 1), open > 0x20, open < 0x7F, !Ascii.isWord(open),
      lexer.expectsValue || hasKind && "[({<".utf8.contains(open)
    else { return false }
    lexer.reader.advance(hasKind ? 3 : 2)
    let close = Array("[({<".utf8).firstIndex(of: open).map { Array("])}>".utf8)[$0] } ?? open
    var depth = 1
    while depth > 0, let byte = lexer.reader.next {
      lexer.reader.advance(byte == Ascii.backslash ? 2 : 1)
      if byte == close { depth -= 1 } else if byte == open { depth += 1 }
    }
    guard depth == 0 else { throw lexer.reader.source.malformed(at: start) }
    lexer.add(.otherLiteral, from: start)
    return true
  }

  /// Reads `<<-NAME`, `<<~NAME` or `<<NAME`, in quotes or not; `false` when the sign is an operator.
  mutating func takeHereDocumentStart() -> Bool {
    var reader = lexer.reader
    guard reader.take("<<") else { return false }
    let isIndented = reader.take(UInt8(ascii: "-")) || reader.take(UInt8(ascii: "~"))
    let quote = reader.next.flatMap { "\"'`".utf8.contains($0) ? $0 : nil }
    if quote != nil { reader.advance() }
    let name = reader.take(while: Ascii.isWord)
    guard let first = reader.bytes[name].first, !Ascii.isDigit(first) else { return false }
    guard quote.map({ reader.take($0) }) ?? (isIndented || first < UInt8(ascii: "a")) else { return false }
    let start = lexer.reader.offset
    lexer.reader.offset = reader.offset
    lexer.add(.otherLiteral, from: start)
    pending.append(HereDocument(name: Array(reader.bytes[name]), isIndented: isIndented))
    return true
  }
}
