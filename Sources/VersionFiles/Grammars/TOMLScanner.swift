/// Reads a TOML document from left to right (https://toml.io/en/v1.0.0); of 1.1, line breaks and a last comma
/// in inline tables.
struct TOMLScanner {
  static let depthLimit = 128

  var reader: ByteReader
  private var tables: [TOMLTable]
  private let roots: [[UInt8]]

  private init(_ source: SourceText, roots: [String]) {
    reader = ByteReader(source)
    tables = [TOMLTable(header: [], isElement: false, offset: source.start, entries: [])]
    self.roots = roots.map { Array($0.utf8) }
  }

  /// Returns the tables whose first name is one of the roots; the whole document is read.
  ///
  /// - Throws: ``VersionFileError/malformed(line:column:)``.
  static func tables(
    below roots: [String], in source: SourceText
  ) throws(VersionFileError) -> [TOMLTable] {
    var scanner = TOMLScanner(source, roots: roots)
    while try scanner.skipToExpression() { try scanner.expression() }
    return scanner.tables.filter { $0.header.isEmpty || scanner.isWanted($0.header) }
  }

  private func isWanted(_ path: [[UInt8]]) -> Bool {
    path.first.map(roots.contains) ?? false
  }

  private mutating func skipToExpression() throws(VersionFileError) -> Bool {
    repeat {
      reader.take(while: Ascii.isBlank)
      skipComment()
    } while takeLineBreak()
    return !reader.isAtEnd
  }

  private mutating func expression() throws(VersionFileError) {
    if reader.next == UInt8(ascii: "[") {
      try header()
    } else {
      let entry = try entry(depth: 0)
      let header = tables[tables.count - 1].header
      if isWanted(header.isEmpty ? entry.key : header) { tables[tables.count - 1].entries.append(entry) }
    }
    reader.take(while: Ascii.isBlank)
    skipComment()
    guard reader.isAtEnd || takeLineBreak() else { throw reader.unexpected }
  }

  private mutating func header() throws(VersionFileError) {
    let start = reader.offset
    let isElement = reader.take("[[")
    if !isElement { reader.advance() }
    reader.take(while: Ascii.isBlank)
    let path = try key()
    guard reader.take(isElement ? "]]" : "]") else { throw reader.unexpected }
    if let last = tables.last, last.entries.isEmpty, tables.count > 1, !isWanted(last.header) {
      tables.removeLast()
    }
    tables.append(TOMLTable(header: path, isElement: isElement, offset: start, entries: []))
  }

  /// Reads `key = value`.
  mutating func entry(depth: Int) throws(VersionFileError) -> TOMLEntry {
    let start = reader.offset
    let path = try key()
    guard reader.take(UInt8(ascii: "=")) else { throw reader.unexpected }
    reader.take(while: Ascii.isBlank)
    return TOMLEntry(key: path, offset: start, value: try value(depth: depth))
  }

  /// Reads a key with its dots, and the blanks behind it.
  private mutating func key() throws(VersionFileError) -> [[UInt8]] {
    var path: [[UInt8]] = []
    repeat {
      reader.take(while: Ascii.isBlank)
      path.append(try simpleKey())
      reader.take(while: Ascii.isBlank)
    } while reader.take(UInt8(ascii: "."))
    return path
  }

  private mutating func simpleKey() throws(VersionFileError) -> [UInt8] {
    guard reader.next != Ascii.doubleQuote, reader.next != Ascii.singleQuote else {
      return try singleLineString().text
    }
    let name = reader.take { Ascii.isIdentifier($0) || $0 == UInt8(ascii: "_") }
    guard !name.isEmpty else { throw reader.unexpected }
    return Array(reader.bytes[name])
  }

  /// Reads `\n` or `\r\n`.
  mutating func takeLineBreak() -> Bool {
    reader.take(Ascii.newline) || reader.take("\r\n")
  }

  mutating func skipComment() {
    guard reader.next == UInt8(ascii: "#") else { return }
    reader.offset = reader.source.endOfLine(from: reader.offset)
  }
}
