/// Takes a build script apart: the part that Groovy, Kotlin and Ruby have in common.
///
/// What a slash is, an operator or the start of a regular expression, depends on the token before it.
struct ScriptLexer {
  static let depthLimit = 64

  var reader: ByteReader
  private(set) var tokens: [ScriptToken] = []

  init(_ source: SourceText) {
    reader = ByteReader(source)
  }

  /// Adds the token that goes from an offset to here.
  mutating func add(_ kind: ScriptToken.Kind, from start: Int) {
    tokens.append(ScriptToken(kind, start..<reader.offset))
  }

  /// Adds a string by what stands between its quotes.
  mutating func add(_ kind: ScriptToken.Kind, content: Range<Int>) {
    tokens.append(ScriptToken(kind, content))
  }

  /// Reads a line break, a name or a number; `false` when something else stands here.
  mutating func takeSimpleToken() -> Bool {
    let start = reader.offset
    guard let byte = reader.next else { return false }
    if byte == Ascii.newline {
      reader.advance()
      add(.newline, from: start)
    } else if Ascii.isSpace(byte) || byte == 0x0C {
      reader.advance()
    } else if byte == Ascii.backslash, reader.peek(1) == Ascii.newline || reader.peek(1) == 0x0D {
      reader.advance(reader.isAt("\\\r\n") ? 3 : 2)
    } else if Ascii.isWord(byte) {
      reader.take(while: Ascii.isWord)
      add(.word, from: start)
    } else {
      return false
    }
    return true
  }

  mutating func takeSymbol() {
    let start = reader.offset
    reader.advance()
    add(.symbol, from: start)
  }

  /// Whether a value may start here, and not an operator.
  var expectsValue: Bool {
    guard let last = tokens.last else { return true }
    let text = reader.bytes[last.range]
    switch last.kind {
    case .newline: return true
    case .string, .otherLiteral: return false
    case .symbol: return !")]}".utf8.contains(text.first ?? 0)
    case .word:
      return ["return", "in", "case", "if", "unless", "when", "and", "or", "not"].contains {
        text.elementsEqual($0.utf8)
      }
    }
  }

  /// Reads a literal between slashes that closes on its line; `false` when there is none.
  mutating func takeSlashes() -> Bool {
    var end = reader.offset + 1
    while end < reader.bytes.count, reader.bytes[end] != Ascii.newline {
      let byte = reader.bytes[end]
      if byte == UInt8(ascii: "/") {
        let start = reader.offset
        reader.offset = end + 1
        add(.otherLiteral, from: start)
        return true
      }
      end += byte == Ascii.backslash ? 2 : 1
    }
    return false
  }
}
