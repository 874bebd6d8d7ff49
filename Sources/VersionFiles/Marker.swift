/// One of the words that mark versions in any file.
struct Marker {
  enum Kind: String, CaseIterable {
    case line = "x-release-version"
    case start = "x-release-version-start"
    case end = "x-release-version-end"
  }

  let kind: Kind
  let range: Range<Int>

  /// Returns the markers of a file in their order.
  ///
  /// A marker is a word of its own: `x-release-versions` and `max-release-version` are none.
  static func all(in source: SourceText) -> [Marker] {
    var reader = ByteReader(source)
    var markers: [Marker] = []
    while reader.skip(past: Kind.line.rawValue) {
      let start = reader.offset - Kind.line.rawValue.utf8.count
      reader.take(while: isNamePart)
      guard start == 0 || !isNamePart(source.bytes[start - 1]) else { continue }
      let word = source.bytes[start..<reader.offset]
      if let kind = Kind.allCases.first(where: { word.elementsEqual($0.rawValue.utf8) }) {
        markers.append(Marker(kind: kind, range: start..<reader.offset))
      }
    }
    return markers
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    Ascii.isIdentifier(byte) || byte == UInt8(ascii: "_")
  }
}
