/// Takes a Ruby script apart, as far as podspecs need it: strings, percent literals and here-documents hide
/// what they hold.
struct RubyLexer {
  var lexer: ScriptLexer
  /// The here-documents whose text starts with the next line.
  var pending: [HereDocument] = []
  private var lineWithoutSlashes = -1

  struct HereDocument {
    let name: [UInt8]
    let isIndented: Bool
  }

  private init(_ source: SourceText) {
    lexer = ScriptLexer(source)
  }

  /// Returns the tokens of a script up to its `__END__`.
  ///
  /// - Throws: ``VersionFileError/malformed(line:column:)``: a string or a here-document does not end.
  static func tokens(in source: SourceText) throws(VersionFileError) -> ScriptTokens {
    var scanner = RubyLexer(source)
    scanner.skipBlockComment()
    while !scanner.lexer.reader.isAtEnd, !scanner.isAtScriptEnd { try scanner.token() }
    return ScriptTokens(source: source, tokens: scanner.lexer.tokens)
  }

  private mutating func token() throws(VersionFileError) {
    let isLineEnd = lexer.reader.next == Ascii.newline
    if lexer.takeSimpleToken() {
      if isLineEnd { try startLine() }
      return
    }
    switch lexer.reader.next {
    case UInt8(ascii: "#"): lexer.reader.skipLine()
    case Ascii.doubleQuote, Ascii.singleQuote, UInt8(ascii: "`"):
      let (content, hasCode) = try quoted(depth: 0)
      lexer.add(hasCode ? .otherLiteral : .string, content: content)
    case UInt8(ascii: "/"): slash()
    case UInt8(ascii: "%") where try takePercentLiteral(): break
    case UInt8(ascii: "<") where takeHereDocumentStart(): break
    default: lexer.takeSymbol()
    }
  }

  private mutating func slash() {
    if lexer.expectsValue, lexer.reader.offset > lineWithoutSlashes {
      if lexer.takeSlashes() { return }
      lineWithoutSlashes = lexer.reader.source.endOfLine(from: lexer.reader.offset)
    }
    lexer.takeSymbol()
  }

  private var isAtScriptEnd: Bool {
    guard lexer.reader.isAt("__END__"), lexer.tokens.last?.kind == .newline else { return false }
    return lexer.reader.peek(7).map(Ascii.isSpace) ?? true
  }

  /// Reads what takes whole lines: here-documents, and comments between `=begin` and `=end`.
  private mutating func startLine() throws(VersionFileError) {
    for document in pending { try skip(document) }
    pending = []
    skipBlockComment()
  }

  private mutating func skip(_ document: HereDocument) throws(VersionFileError) {
    let start = lexer.reader.offset
    while !lexer.reader.isAtEnd {
      if document.isIndented { lexer.reader.take(while: Ascii.isBlank) }
      let line = lexer.reader.offset..<lexer.reader.source.endOfLine(from: lexer.reader.offset)
      lexer.reader.skipLine()
      lexer.reader.advance()
      if lexer.reader.bytes[line].elementsEqual(document.name) { return }
    }
    throw lexer.reader.source.malformed(at: start)
  }

  private mutating func skipBlockComment() {
    while lexer.reader.isAt("=begin") {
      repeat {
        lexer.reader.skipLine()
        lexer.reader.advance()
      } while !lexer.reader.isAtEnd && !lexer.reader.isAt("=end")
      lexer.reader.skipLine()
      lexer.reader.advance()
    }
  }
}
