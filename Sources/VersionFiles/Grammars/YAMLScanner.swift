/// Finds the entries of the block mapping that a YAML document is (https://yaml.org/spec/1.2.2).
///
/// It reads what a line can hide behind: comments, quotes, flow collections, block scalars, sequences.
struct YAMLScanner {
  /// A value of the outermost mapping.
  enum Value {
    /// A scalar on one line, without its quotes.
    case scalar(Range<Int>)
    /// No value; the offset is that behind the colon.
    case missing(Int)
    /// A collection, an alias, a scalar of several lines.
    case other(Int)
  }

  struct Entry {
    let key: Range<Int>
    let value: Value
  }

  var reader: ByteReader
  private var entries: [Entry] = []
  /// The column of the outermost mapping.
  private var rootColumn: Int?
  private var documents: [Int] = []
  private var isOpen = false

  private init(_ source: SourceText) {
    reader = ByteReader(source)
  }

  /// Returns the entries with a key; the whole file is read.
  ///
  /// - Throws: ``VersionFileError``: malformed, and ambiguous when the file has several documents.
  static func entries(with key: String, in source: SourceText) throws(VersionFileError) -> [Entry] {
    var scanner = YAMLScanner(source)
    while !scanner.reader.isAtEnd { try scanner.line() }
    guard scanner.documents.count <= 1 else { throw source.ambiguous(at: scanner.documents) }
    return scanner.entries.filter { source.bytes[$0.key].elementsEqual(key.utf8) }
  }

  /// Reads a line, and those that its value goes on over.
  private mutating func line() throws(VersionFileError) {
    if takeDocumentMarker() { return }
    let column = reader.take { $0 == 0x20 }.count
    reader.take(while: Ascii.isBlank)
    let isDirective = reader.next == UInt8(ascii: "%") && column == 0 && !isOpen
    if !reader.isAtEndOfLine, reader.next != UInt8(ascii: "#"), !isDirective {
      if !isOpen { beginDocument() }
      if rootColumn == nil { rootColumn = column }
      guard let rootColumn, column >= rootColumn else { throw reader.unexpected }
      try node(column: column, isRoot: column == rootColumn)
    }
    finishLine()
  }

  private mutating func takeDocumentMarker() -> Bool {
    let isStart = reader.isAt("---")
    guard isStart || reader.isAt("..."), reader.peek(3).map(Ascii.isSpace) ?? true else { return false }
    isOpen = false
    if isStart { beginDocument() }
    reader.advance(3)
    reader.take(while: Ascii.isBlank)
    if reader.isAtEndOfLine || reader.next == UInt8(ascii: "#") { finishLine() }
    return true
  }

  private mutating func beginDocument() {
    documents.append(reader.offset)
    isOpen = true
  }

  /// Goes to the start of the next line.
  mutating func finishLine() {
    reader.skipLine()
    reader.advance()
  }

  /// Reads what starts in a column: an element of a sequence, a key with its value, or a value alone.
  private mutating func node(column: Int, isRoot: Bool) throws(VersionFileError) {
    var (column, outer, isRoot) = (column, column - 1, isRoot)
    while let byte = reader.next, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?"),
      reader.peek(1).map(Ascii.isSpace) ?? true
    {
      if isRoot, byte == UInt8(ascii: "?") { throw reader.unexpected }
      isRoot = false
      reader.advance()
      let blanks = reader.take(while: Ascii.isBlank).count
      if reader.isAtEndOfLine || isAtBlockScalar || reader.next == UInt8(ascii: "#") {
        _ = try value(column: column)
        return
      }
      outer = column
      column += 1 + blanks
    }
    skipProperties()
    guard let key = try key() else {
      if !isAtValueEnd { _ = try value(column: outer) }
      return
    }
    let value = try value(column: column)
    if isRoot { entries.append(Entry(key: key, value: value)) }
  }
}
