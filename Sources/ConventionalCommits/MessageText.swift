/// The bytes of a message in one form: UTF-8 without a byte order mark, every line ends in LF, and the last in none.
struct MessageText: Hashable, Sendable {
  let bytes: [UInt8]
  /// The first line that is not blank; an empty one when all are.
  let header: LineScanner.Line

  /// Copies a message once, and brings it into that form; invalid UTF-8 becomes U+FFFD.
  init(_ raw: ArraySlice<UInt8>) {
    let content = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? raw.dropFirst(3) : raw
    let traits = Traits(of: content)
    let isPlain = traits.isAscii && !traits.hasCarriageReturns
    self.init(lines: isPlain ? content : Self.rewritten(content, traits)[...])
  }

  /// Takes lines that are in that form already, but for empty ones at the end.
  init(lines: ArraySlice<UInt8>) {
    bytes = Array(lines[..<(lines.lastIndex { $0 != Ascii.newline }.map { $0 + 1 } ?? lines.startIndex)])
    var scanner = LineScanner(bytes)
    header = scanner.nextInked() ?? LineScanner.Line(range: 0..<0, number: 1)
  }

  /// The lines below the header.
  var linesBelow: LineScanner { LineScanner(bytes, after: header) }

  /// What decides about the work to do, found in one pass that the compiler makes of many bytes at a step.
  private struct Traits {
    let isAscii: Bool
    let hasCarriageReturns: Bool

    init(of content: ArraySlice<UInt8>) {
      let span = content.span
      var (all, nearest): (UInt8, UInt8) = (0, .max)
      for index in span.indices {
        all |= span[index]
        nearest = min(nearest, span[index] ^ Ascii.carriageReturn)
      }
      (isAscii, hasCarriageReturns) = (all & 0x80 == 0, nearest == 0)
    }
  }

  private static func rewritten(_ content: ArraySlice<UInt8>, _ traits: Traits) -> [UInt8] {
    let bytes = traits.hasCarriageReturns ? withoutCarriageReturns(content) : Array(content)
    guard !traits.isAscii, String(validating: bytes, as: UTF8.self) == nil else { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
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

  /// Returns the text of a range without white space at both ends.
  func trimmed(_ range: Range<Int>) -> String {
    bytes.text(bytes.trimmed(range))
  }
}
