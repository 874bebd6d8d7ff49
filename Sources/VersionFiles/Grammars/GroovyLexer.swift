/// Takes a Gradle script apart, be it Groovy or Kotlin.
struct GroovyLexer {
  private var lexer: ScriptLexer
  private var lineWithoutSlashes = -1

  private init(_ source: SourceText) {
    lexer = ScriptLexer(source)
  }

  /// Returns the tokens of a script.
  ///
  /// - Throws: ``VersionFileError/malformed(line:column:)``: a string or a comment does not end.
  static func tokens(in source: SourceText) throws(VersionFileError) -> ScriptTokens {
    var scanner = GroovyLexer(source)
    if scanner.lexer.reader.isAt("#!") { scanner.lexer.reader.skipLine() }
    while !scanner.lexer.reader.isAtEnd { try scanner.token() }
    return ScriptTokens(source: source, tokens: scanner.lexer.tokens)
  }

  private mutating func token() throws(VersionFileError) {
    if lexer.takeSimpleToken() { return }
    switch lexer.reader.next {
    case Ascii.doubleQuote, Ascii.singleQuote:
      let (content, hasCode) = try string(depth: 0)
      lexer.add(hasCode ? .otherLiteral : .string, content: content)
    case UInt8(ascii: "/"): try slash()
    case UInt8(ascii: "$") where lexer.reader.isAt("$/") && lexer.expectsValue:
      let start = lexer.reader.offset
      try skip("$/", past: "/$")
      lexer.add(.otherLiteral, from: start)
    default: lexer.takeSymbol()
    }
  }

  private mutating func slash() throws(VersionFileError) {
    if lexer.reader.isAt("//") { return lexer.reader.skipLine() }
    if lexer.reader.isAt("/*") { return try skip("/*", past: "*/") }
    guard lexer.expectsValue, lexer.reader.offset > lineWithoutSlashes else { return lexer.takeSymbol() }
    if lexer.takeSlashes() { return }
    lineWithoutSlashes = lexer.reader.source.endOfLine(from: lexer.reader.offset)
    lexer.takeSymbol()
  }

  private mutating func skip(_ start: String, past end: String) throws(VersionFileError) {
    let offset = lexer.reader.offset
    guard lexer.reader.take(start), lexer.reader.skip(past: end) else {
      throw lexer.reader.source.malformed(at: offset)
    }
  }

  /// Reads a string in one quote or three, and says whether there is code in it.
  private mutating func string(depth: Int) throws(VersionFileError) -> (Range<Int>, hasCode: Bool) {
    let open = lexer.reader.offset
    guard let quote = lexer.reader.next, depth < ScriptLexer.depthLimit else { throw lexer.reader.unexpected }
    let isLong = isAtThree(quote)
    lexer.reader.advance(isLong ? 3 : 1)
    let start = lexer.reader.offset
    var hasCode = false
    while let byte = lexer.reader.next, isLong || byte != Ascii.newline {
      if isLong ? isAtThree(quote) : byte == quote {
        if isLong { while lexer.reader.peek(3) == quote { lexer.reader.advance() } }
        lexer.reader.advance(isLong ? 3 : 1)
        return (start..<(lexer.reader.offset - (isLong ? 3 : 1)), hasCode)
      }
      if byte == UInt8(ascii: "$"), quote == Ascii.doubleQuote { hasCode = true }
      if hasCode, lexer.reader.isAt("${"), quote == Ascii.doubleQuote {
        try code(depth: depth + 1)
      } else {
        skipCharacter(quote: quote, isLong: isLong)
      }
    }
    throw lexer.reader.source.malformed(at: open)
  }

  private func isAtThree(_ quote: UInt8) -> Bool {
    lexer.reader.next == quote && lexer.reader.peek(1) == quote && lexer.reader.peek(2) == quote
  }

  /// Goes over a byte, or over a backslash and what it stands before; in Kotlin's raw strings it may be the
  /// last byte.
  private mutating func skipCharacter(quote: UInt8, isLong: Bool) {
    let isBackslash = lexer.reader.next == Ascii.backslash
    lexer.reader.advance()
    if isBackslash, !(isLong && isAtThree(quote)) { lexer.reader.advance() }
  }

  /// Reads over `${…}` with the strings in it.
  private mutating func code(depth: Int) throws(VersionFileError) {
    let start = lexer.reader.offset
    lexer.reader.advance(2)
    var braces = 1
    while let byte = lexer.reader.next {
      if byte == Ascii.doubleQuote || byte == Ascii.singleQuote {
        _ = try string(depth: depth)
        continue
      }
      lexer.reader.advance()
      if byte == UInt8(ascii: "{") { braces += 1 }
      if byte == UInt8(ascii: "}") { braces -= 1 }
      if braces == 0 { return }
    }
    throw lexer.reader.source.malformed(at: start)
  }
}
