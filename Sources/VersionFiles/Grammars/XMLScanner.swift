/// Finds elements of an XML document by the local names on their path (XML 1.0); nothing is expanded or
/// fetched.
struct XMLScanner {
  /// An element that was asked for.
  struct Element {
    /// The number of its path.
    let path: Int
    /// Its local name.
    let name: Range<Int>
    /// Where its tag starts.
    let offset: Int
    /// Where its content starts; `nil` for an empty-element tag.
    let content: Int?
    /// The texts and CDATA sections in it, without the white space at their ends and without empty ones.
    var texts: [Range<Int>] = []
    var hasChildren = false
  }

  struct Frame {
    let name: Range<Int>
    let filter: PathFilter
    let element: Int?
  }

  var reader: ByteReader
  var elements: [Element] = []
  var stack: [Frame] = []
  private let root: PathFilter
  private var hasRoot = false

  private init(_ source: SourceText, paths: [PathFilter.Path]) {
    reader = ByteReader(source)
    root = PathFilter(paths)
  }

  /// Returns all elements at the paths, in the order of their start tags; the whole document is read.
  ///
  /// - Throws: ``VersionFileError/malformed(line:column:)``.
  static func elements(
    at paths: [PathFilter.Path], in source: SourceText
  ) throws(VersionFileError) -> [Element] {
    var scanner = XMLScanner(source, paths: paths)
    while !scanner.reader.isAtEnd { try scanner.piece() }
    guard scanner.stack.isEmpty, scanner.hasRoot else { throw scanner.reader.unexpected }
    return scanner.elements
  }

  private mutating func piece() throws(VersionFileError) {
    guard reader.next == UInt8(ascii: "<") else { return try text() }
    switch reader.peek(1) {
    case UInt8(ascii: "?"): try skip("<?", past: "?>")
    case UInt8(ascii: "!"): try declaration()
    case UInt8(ascii: "/"): try endTag()
    default: try startTag()
    }
  }

  private mutating func declaration() throws(VersionFileError) {
    if reader.isAt("<!--") {
      try skip("<!--", past: "-->")
    } else if reader.isAt("<![CDATA[") {
      let start = reader.offset + 9
      try skip("<![CDATA[", past: "]]>")
      try addText(start..<(reader.offset - 3))
    } else if reader.isAt("<!DOCTYPE"), !hasRoot {
      try documentType()
    } else {
      throw reader.unexpected
    }
  }

  private mutating func text() throws(VersionFileError) {
    try addText(reader.take { $0 != UInt8(ascii: "<") })
  }

  private mutating func addText(_ range: Range<Int>) throws(VersionFileError) {
    let text = reader.source.trimmed(range)
    guard !text.isEmpty else { return }
    guard let frame = stack.last else { throw reader.source.malformed(at: text.lowerBound) }
    if let element = frame.element { elements[element].texts.append(text) }
  }

  private mutating func startTag() throws(VersionFileError) {
    let start = reader.offset
    guard !stack.isEmpty || !hasRoot else { throw reader.unexpected }
    hasRoot = true
    reader.advance()
    let name = try name()
    let isEmpty = try skipAttributes()
    let local = localName(name)
    let filter = (stack.last?.filter ?? root).below(reader.bytes[local])
    if let parent = stack.last?.element { elements[parent].hasChildren = true }
    if let path = filter.hit {
      let content = isEmpty ? nil : reader.offset
      elements.append(Element(path: path, name: local, offset: start, content: content))
    }
    let element = filter.hit == nil ? nil : elements.count - 1
    if !isEmpty { stack.append(Frame(name: name, filter: filter, element: element)) }
  }

  private mutating func endTag() throws(VersionFileError) {
    let start = reader.offset
    reader.advance(2)
    let name = try name()
    reader.take(while: Ascii.isSpace)
    guard let open = stack.popLast(), reader.bytes[open.name].elementsEqual(reader.bytes[name]),
      reader.take(UInt8(ascii: ">"))
    else { throw reader.source.malformed(at: start) }
  }

  /// Goes over something by how it starts and ends.
  mutating func skip(_ start: String, past end: String) throws(VersionFileError) {
    let offset = reader.offset
    guard reader.take(start), reader.skip(past: end) else { throw reader.source.malformed(at: offset) }
  }
}
