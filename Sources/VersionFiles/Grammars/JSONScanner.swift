/// Finds values of a JSON document by their paths (RFC 8259); comments and trailing commas are read over.
struct JSONScanner {
  /// A value that was asked for.
  struct Find {
    /// The number of its path.
    let path: Int
    /// Where the value starts.
    let offset: Int
    /// What stands between its quotes; `nil` for a value that is no string.
    let string: Range<Int>?
  }

  private static let depthLimit = 256

  private var reader: ByteReader
  private var finds: [Find] = []

  private init(_ source: SourceText) {
    reader = ByteReader(source)
  }

  /// Returns all values at the paths, in their order; the whole document is read.
  ///
  /// - Throws: ``VersionFileError/malformed(line:column:)``.
  static func finds(of paths: [PathFilter.Path], in source: SourceText) throws(VersionFileError) -> [Find] {
    var scanner = JSONScanner(source)
    try scanner.skipSpace()
    guard scanner.reader.next == UInt8(ascii: "{") else { throw scanner.reader.unexpected }
    try scanner.value(PathFilter(paths), depth: 0)
    try scanner.skipSpace()
    guard scanner.reader.isAtEnd else { throw scanner.reader.unexpected }
    return scanner.finds
  }

  private mutating func value(_ filter: PathFilter, depth: Int) throws(VersionFileError) {
    guard depth < Self.depthLimit else { throw reader.unexpected }
    let start = reader.offset
    var string: Range<Int>?
    switch reader.next {
    case UInt8(ascii: "{"): try object(filter, depth: depth + 1)
    case UInt8(ascii: "["): try array(depth: depth + 1)
    case Ascii.doubleQuote: string = try self.string()
    default: try scalar()
    }
    if let path = filter.hit { finds.append(Find(path: path, offset: start, string: string)) }
  }

  private mutating func object(_ filter: PathFilter, depth: Int) throws(VersionFileError) {
    reader.advance()
    try skipSpace()
    while !reader.take(UInt8(ascii: "}")) {
      let key = try string()
      try skipSpace()
      guard reader.take(UInt8(ascii: ":")) else { throw reader.unexpected }
      try skipSpace()
      let below = filter.isNothing ? filter : filter.below(try JSONScanner.text(of: key, in: reader.source))
      try value(below, depth: depth)
      try separator(before: UInt8(ascii: "}"))
    }
  }

  private mutating func array(depth: Int) throws(VersionFileError) {
    reader.advance()
    try skipSpace()
    while !reader.take(UInt8(ascii: "]")) {
      try value(.nothing, depth: depth)
      try separator(before: UInt8(ascii: "]"))
    }
  }

  private mutating func separator(before end: UInt8) throws(VersionFileError) {
    try skipSpace()
    guard reader.take(UInt8(ascii: ",")) || reader.next == end else { throw reader.unexpected }
    try skipSpace()
  }

  /// Reads a string and returns what stands between its quotes.
  private mutating func string() throws(VersionFileError) -> Range<Int> {
    guard reader.take(Ascii.doubleQuote) else { throw reader.unexpected }
    let start = reader.offset
    while let byte = reader.next, byte >= 0x20 {
      if byte == Ascii.doubleQuote {
        reader.advance()
        return start..<(reader.offset - 1)
      }
      reader.advance(byte == Ascii.backslash ? 2 : 1)
    }
    throw reader.unexpected
  }

  private mutating func scalar() throws(VersionFileError) {
    for word in ["true", "false", "null"] where reader.take(word) { return }
    let number = reader.take { Ascii.isAlphanumeric($0) || "+-.".utf8.contains($0) }
    guard let first = reader.bytes[number].first, Ascii.isDigit(first) || first == UInt8(ascii: "-") else {
      throw reader.source.malformed(at: number.lowerBound)
    }
  }

  private mutating func skipSpace() throws(VersionFileError) {
    while true {
      reader.take(while: Ascii.isSpace)
      guard reader.next == UInt8(ascii: "/") else { return }
      if reader.isAt("//") {
        reader.skipLine()
      } else {
        let start = reader.offset
        guard reader.take("/*"), reader.skip(past: "*/") else { throw reader.source.malformed(at: start) }
      }
    }
  }
}
