/// Reads the bytes of a file from left to right.
struct ByteReader {
  let source: SourceText
  var offset: Int

  /// Starts behind the byte order mark.
  init(_ source: SourceText) {
    self.source = source
    offset = source.start
  }

  var bytes: [UInt8] { source.bytes }
  var isAtEnd: Bool { offset >= source.bytes.count }

  /// The byte to be read next, `nil` at the end.
  var next: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

  /// The byte some places further on.
  func peek(_ distance: Int) -> UInt8? {
    source.bytes.count - offset > distance ? source.bytes[offset + distance] : nil
  }

  /// Whether the text stands here.
  func isAt(_ text: String) -> Bool {
    source.bytes[min(offset, source.bytes.count)...].starts(with: text.utf8)
  }

  /// Whether the line ends here.
  var isAtEndOfLine: Bool {
    switch next {
    case nil, Ascii.newline: true
    case 0x0D: peek(1) == Ascii.newline || peek(1) == nil
    default: false
    }
  }

  /// Goes on by some bytes, not beyond the end.
  mutating func advance(_ count: Int = 1) {
    offset = min(offset + count, source.bytes.count)
  }

  /// Reads the byte if it is the one asked for.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// Reads the text if it stands here.
  mutating func take(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    offset += text.utf8.count
    return true
  }

  /// Reads all bytes of a kind and returns where they stand.
  @discardableResult
  mutating func take(while isWanted: (UInt8) -> Bool) -> Range<Int> {
    let start = offset
    while let byte = next, isWanted(byte) { offset += 1 }
    return start..<offset
  }

  /// Goes to the next text of this kind and behind it; `false` when there is none.
  mutating func skip(past text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    while let place = source.bytes[offset...].firstIndex(of: first) {
      offset = place
      if take(text) { return true }
      offset += 1
    }
    offset = source.bytes.count
    return false
  }

  /// Goes to the end of the line, before its break.
  mutating func skipLine() {
    offset = source.bytes[offset...].firstIndex(of: Ascii.newline) ?? source.bytes.count
  }

  /// The failure of the byte that comes next.
  var unexpected: VersionFileError { source.malformed(at: offset) }
}
