/// Cuts a template's text into lines of text and tags; the only step that knows delimiters.
struct Scanner {
  private let bytes: [UInt8]
  private let template: String
  private var offset = 0
  private var delimiters = Delimiters.standard
  private var position = SourcePosition()
  private var tokens: [Token] = []

  private init(bytes: [UInt8], template: String) {
    self.bytes = bytes
    self.template = template
  }

  /// Returns the tokens of a text, in order and without a gap.
  static func tokens(of text: String, template: String) throws(TemplateError) -> [Token] {
    var scanner = Scanner(bytes: Array(text.utf8), template: template)
    while scanner.offset < scanner.bytes.count {
      try scanner.scanToken()
    }
    return scanner.tokens
  }

  private mutating func scanToken() throws(TemplateError) {
    let start = offset
    if holds(delimiters.open, at: offset) {
      tokens.append(.tag(try scanTag()))
    } else {
      offset = endOfText()
      tokens.append(.text(Array(bytes[start..<offset])))
    }
    position.advance(over: bytes[start..<offset])
  }

  /// The end of the text at `offset`: after its line's end, or before the next tag.
  private func endOfText() -> Int {
    var end = offset
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\n") { return end + 1 }
      if holds(delimiters.open, at: end) { return end }
      end += 1
    }
    return end
  }

  private mutating func scanTag() throws(TemplateError) -> Tag {
    var start = offset + delimiters.open.count
    while start < bytes.count, bytes[start].isTemplateSpace { start += 1 }
    let sigil = Sigil(at: start, in: bytes)
    if sigil != nil { start += 1 }
    let ending = (sigil?.closing ?? []) + delimiters.close
    guard let end = firstIndex(of: ending, from: start) else { throw error(.unclosedTag) }
    let content = bytes[start..<end]
    offset = end + ending.count
    return try tag(sigil, content)
  }

  private mutating func tag(_ sigil: Sigil?, _ content: ArraySlice<UInt8>) throws(TemplateError) -> Tag {
    switch sigil {
    case .comment: return Tag(kind: .comment, name: "", position: position)
    case .delimiters:
      guard let delimiters = Delimiters(content) else { throw error(.invalidDelimiters(String(content))) }
      self.delimiters = delimiters
      return Tag(kind: .delimiters, name: "", position: position)
    default:
      let name = try name(in: content)
      guard let kind = sigil.tagKind(of: name) else { throw error(.invalidName(name)) }
      return Tag(kind: kind, name: name, position: position)
    }
  }

  /// The tag's name without the white space around it; a dynamic name may hold some after its asterisk.
  private func name(in content: ArraySlice<UInt8>) throws(TemplateError) -> String {
    var words = content.split(whereSeparator: \.isTemplateSpace)
    if words.count == 2, words[0].elementsEqual("*".utf8) { words = [words[0] + words[1]] }
    guard words.count == 1 else { throw error(.invalidName(String(content))) }
    return String(words[0])
  }

  private func holds(_ word: [UInt8], at index: Int) -> Bool {
    // The first byte decides nearly always, without a loop over the word.
    guard bytes[index] == word[0], index + word.count <= bytes.count else { return false }
    return word.indices.allSatisfy { bytes[index + $0] == word[$0] }
  }

  private func firstIndex(of word: [UInt8], from start: Int) -> Int? {
    (start..<max(start, bytes.count)).first { holds(word, at: $0) }
  }

  private func error(_ kind: TemplateError.Kind) -> TemplateError {
    TemplateError(kind, in: template, at: position)
  }
}

extension String {
  /// Decodes a part of a template; parts are cut at ASCII bytes, so it is always valid UTF-8.
  fileprivate init(_ bytes: ArraySlice<UInt8>) {
    self.init(decoding: bytes, as: UTF8.self)
  }
}
