extension XMLScanner {
  /// Reads the name of a tag, its prefix included.
  mutating func name() throws(VersionFileError) -> Range<Int> {
    let name = reader.take { Ascii.isWord($0) || "-.:".utf8.contains($0) }
    guard !name.isEmpty else { throw reader.unexpected }
    return name
  }

  /// Returns the name without the prefix of its namespace.
  func localName(_ name: Range<Int>) -> Range<Int> {
    let colon = reader.bytes[name].lastIndex(of: UInt8(ascii: ":"))
    return (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
  }

  /// Reads the rest of a start tag and returns whether it is that of an empty element.
  mutating func skipAttributes() throws(VersionFileError) -> Bool {
    while let byte = reader.next {
      switch byte {
      case UInt8(ascii: ">"):
        reader.advance()
        return false
      case UInt8(ascii: "/"):
        guard reader.take("/>") else { throw reader.unexpected }
        return true
      case Ascii.doubleQuote, Ascii.singleQuote: try skipQuoted()
      case UInt8(ascii: "<"): throw reader.unexpected
      default: reader.advance()
      }
    }
    throw reader.unexpected
  }

  /// Reads over a document type, its internal subset included.
  mutating func documentType() throws(VersionFileError) {
    let start = reader.offset
    var depth = 0
    while let byte = reader.next {
      switch byte {
      case Ascii.doubleQuote, Ascii.singleQuote: try skipQuoted()
      case UInt8(ascii: "<") where reader.isAt("<!--"): try skip("<!--", past: "-->")
      case UInt8(ascii: "<") where reader.isAt("<?"): try skip("<?", past: "?>")
      default:
        reader.advance()
        if byte == UInt8(ascii: "<") { depth += 1 }
        if byte == UInt8(ascii: ">") { depth -= 1 }
        if depth == 0 { return }
      }
    }
    throw reader.source.malformed(at: start)
  }

  private mutating func skipQuoted() throws(VersionFileError) {
    guard let quote = reader.next else { throw reader.unexpected }
    let start = reader.offset
    reader.advance()
    reader.take { $0 != quote }
    guard reader.take(quote) else { throw reader.source.malformed(at: start) }
  }
}

extension XMLScanner.Element {
  /// Returns the place of the version that is the element's text.
  ///
  /// - Throws: ``VersionFileError``: computed for entities and variables, malformed for anything else
  ///   than one text.
  func versionPlace(in source: SourceText, notation: VersionNotation) throws(VersionFileError)
    -> VersionPlace
  {
    guard let content, !hasChildren, texts.count <= 1 else { throw source.malformed(at: offset) }
    let range = texts.first ?? content..<content
    guard !source.bytes[range].contains(UInt8(ascii: "&")) else { throw source.computed(range) }
    return try source.place(range, notation: notation)
  }
}
