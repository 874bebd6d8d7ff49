/// The bytes of a message in one form: no byte order mark, and every line ends in LF.
struct MessageText {
  let bytes: [UInt8]

  init(_ raw: [UInt8]) {
    let content = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? raw.dropFirst(3) : raw[...]
    bytes = content.contains(Ascii.carriageReturn) ? Self.withoutCarriageReturns(content) : Array(content)
  }

  /// Takes lines of another message's text, which are in that form already.
  init(lines: [UInt8]) {
    bytes = lines
  }

  /// Drops the CR of each CRLF; a CR anywhere else is no line break and stays.
  private static func withoutCarriageReturns(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count)
    for byte in content {
      if byte == Ascii.newline, bytes.last == Ascii.carriageReturn { bytes.removeLast() }
      bytes.append(byte)
    }
    return bytes
  }

  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(Ascii.isSpace)
  }

  /// Returns the text of a range as it is; invalid UTF-8 becomes U+FFFD.
  func line(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Returns the text of a range without white space at both ends.
  func trimmed(_ range: Range<Int>) -> String {
    let head = bytes[range].drop(while: Ascii.isSpace)
    return String(decoding: head.prefix(upTo: end(of: head)), as: UTF8.self)
  }

  /// Returns the text of a range that starts with a line that is not blank; that line keeps its indentation.
  func bodyText(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(upTo: end(of: bytes[range])), as: UTF8.self)
  }

  /// The place after the last byte that is not white space.
  private func end(of content: ArraySlice<UInt8>) -> Int {
    content.lastIndex { !Ascii.isSpace($0) }.map { $0 + 1 } ?? content.startIndex
  }
}
