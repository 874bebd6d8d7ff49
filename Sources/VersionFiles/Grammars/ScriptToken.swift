/// A token of a build script, as far as it matters for finding an assignment.
struct ScriptToken {
  enum Kind: UInt8 {
    /// A name, a keyword, a number.
    case word
    /// A string without anything computed in it; the range is what stands between its quotes.
    case string
    /// A string with code in it, a regular expression, a list of words.
    case otherLiteral
    case symbol
    case newline
  }

  let kind: Kind
  private let start: UInt32
  private let end: UInt32

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// The tokens of a script, comments left out.
struct ScriptTokens {
  let source: SourceText
  let tokens: [ScriptToken]

  var indices: Range<Int> { tokens.indices }

  func kind(at index: Int) -> ScriptToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  func isWord(_ word: String, at index: Int) -> Bool {
    kind(at: index) == .word && source.bytes[tokens[index].range].elementsEqual(word.utf8)
  }

  /// The symbol at an index; `nil` for another kind of token.
  func symbol(at index: Int) -> UInt8? {
    kind(at: index) == .symbol ? source.bytes[tokens[index].range.lowerBound] : nil
  }

  func isSymbol(_ symbol: Character, at index: Int) -> Bool {
    self.symbol(at: index).map { $0 == symbol.asciiValue } ?? false
  }

  /// Whether a `=` stands here that is not half of `==` and the like.
  func isAssignment(at index: Int) -> Bool {
    guard isSymbol("=", at: index) else { return false }
    return symbol(at: index + 1).map { !"=~>".utf8.contains($0) } ?? true
  }

  /// Whether a statement may start with this token.
  func startsStatement(at index: Int) -> Bool {
    switch kind(at: index - 1) {
    case nil, .newline?: true
    case .symbol?: symbol(at: index - 1).map(";{}|".utf8.contains) ?? false
    default: false
    }
  }
}

extension ScriptTokens {
  /// A value that is given to a version.
  struct Assignment {
    let offset: Int
    /// Its place; `nil` for what is more than one string.
    let string: Range<Int>?
  }

  /// Returns the value that starts with a token: a string when the statement ends with it.
  ///
  /// - Parameter end: The token that has to end the statement; without one, the next token.
  func assignment(of index: Int, endingAt end: Int? = nil) -> Assignment? {
    guard let kind = kind(at: index), kind != .newline else { return nil }
    let range = tokens[index].range
    let isAlone = kind == .string && endsStatement(at: end ?? index + 1)
    let quotes = kind == .symbol || kind == .word ? 0 : quotes(before: range.lowerBound)
    return Assignment(offset: range.lowerBound - quotes, string: isAlone ? range : nil)
  }

  /// Returns the place of the one assignment.
  ///
  /// - Throws: ``VersionFileError``: ambiguous for several, computed for one that is no string.
  func place(of assignments: [Assignment]) throws(VersionFileError) -> [VersionPlace] {
    guard let assignment = assignments.first else { return [] }
    guard assignments.count == 1 else { throw source.ambiguous(at: assignments.map(\.offset)) }
    guard let range = assignment.string else { throw source.computed(from: assignment.offset) }
    return [try source.place(range)]
  }

  /// How many quotes a string whose text starts here was opened with.
  private func quotes(before offset: Int) -> Int {
    source.bytes[..<offset].suffix(3).reversed().prefix { "\"'".utf8.contains($0) }.count
  }

  /// Whether the statement is over: behind `;`, a brace, or a line that the next one does not go on.
  private func endsStatement(at index: Int) -> Bool {
    switch kind(at: index) {
    case nil: return true
    case .newline?:
      guard let next = tokens[(index + 1)...].firstIndex(where: { $0.kind != .newline }) else { return true }
      return symbol(at: next).map { !".?&+*%<>=|".utf8.contains($0) } ?? true
    case .symbol?: return symbol(at: index).map(";}".utf8.contains) ?? false
    default: return false
    }
  }
}
