/// The words that open and close a tag.
struct Delimiters: Hashable, Sendable {
  let open: [UInt8]
  let close: [UInt8]

  /// `{{` and `}}`; every template starts with them, partials too.
  static let standard = Delimiters(open: Array("{{".utf8), close: Array("}}".utf8))

  /// Long delimiters would make the search for them slow, and nobody wants them.
  private static let longest = 32

  /// Reads the content of a set-delimiters tag, or nil when it is not two short words without `=`.
  init?(_ content: ArraySlice<UInt8>) {
    let words = content.split(whereSeparator: \.isTemplateSpace)
    guard words.count == 2, words.allSatisfy({ $0.count <= Self.longest && !$0.contains(UInt8(ascii: "=")) })
    else { return nil }
    self.init(open: Array(words[0]), close: Array(words[1]))
  }

  private init(open: [UInt8], close: [UInt8]) {
    self.open = open
    self.close = close
  }
}

extension UInt8 {
  /// Whether it is white space within a tag.
  var isTemplateSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
