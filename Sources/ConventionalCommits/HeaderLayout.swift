/// Where the parts of a header lie.
struct HeaderLayout {
  let type: Range<Int>
  let scope: Range<Int>?
  let isMarkedBreaking: Bool
  let description: Range<Int>

  /// Reads a line of valid UTF-8.
  init(of line: Range<Int>, in bytes: [UInt8]) throws(CommitMessage.HeaderError) {
    var scanner = HeaderScanner(bytes, line: line)
    type = try scanner.type()
    scope = try scanner.scope()
    isMarkedBreaking = scanner.take(UInt8(ascii: "!"))
    try scanner.colonAndSpace()
    description = try scanner.description()
  }
}
