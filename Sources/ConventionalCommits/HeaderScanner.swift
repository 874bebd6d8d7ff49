/// Reads the parts of a header from left to right, and tells where they are.
struct HeaderScanner {
  private let bytes: [UInt8]
  private var rest: Range<Int>

  /// Takes a line of valid UTF-8.
  init(_ bytes: [UInt8], line: Range<Int>) {
    self.bytes = bytes
    rest = line
  }

  mutating func type() throws(CommitMessage.HeaderError) -> Range<Int> {
    guard let first else { throw .empty }
    let start = rest.lowerBound
    while let byte = self.first, !Self.isMark(byte), blankLength == 0 { skip(1) }
    guard rest.lowerBound == start else { return start..<rest.lowerBound }
    guard !Self.isMark(first) else { throw .missingType }
    skipBlanks()
    throw rest.isEmpty ? .empty : .leadingSpace
  }

  mutating func scope() throws(CommitMessage.HeaderError) -> Range<Int>? {
    guard take(UInt8(ascii: "(")) else { return nil }
    let start = rest.lowerBound
    skip(bytes.end(of: rest) { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") } - start)
    let scope = bytes.trimmed(start..<rest.lowerBound)
    guard take(UInt8(ascii: ")")) else { throw rest.isEmpty ? .unclosedScope : .nestedScope }
    guard !scope.isEmpty else { throw .emptyScope }
    return scope
  }

  mutating func colonAndSpace() throws(CommitMessage.HeaderError) {
    guard take(Ascii.colon) else { throw missingColon() }
    guard let next = first else { throw .emptyDescription }
    guard next == Ascii.space else { throw .missingSpaceAfterColon }
  }

  func description() throws(CommitMessage.HeaderError) -> Range<Int> {
    let description = bytes.trimmed(rest)
    guard !description.isEmpty else { throw .emptyDescription }
    return description
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard first == byte else { return false }
    skip(1)
    return true
  }

  private func missingColon() -> CommitMessage.HeaderError {
    if let first, first == UInt8(ascii: "!") || first == UInt8(ascii: "(") { return .misplacedMark }
    var ahead = self
    ahead.skipBlanks()
    guard ahead.rest.lowerBound > rest.lowerBound, let next = ahead.first else { return .notConventional }
    return next == Ascii.colon || next == UInt8(ascii: "(") ? .spaceBeforeColon : .notConventional
  }

  private var first: UInt8? { rest.isEmpty ? nil : bytes[rest.lowerBound] }

  private mutating func skip(_ count: Int) { rest = rest.lowerBound + count..<rest.upperBound }

  private mutating func skipBlanks() {
    while blankLength > 0 { skip(blankLength) }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "!"), Ascii.colon: true
    default: false
    }
  }

  /// How many bytes in front make a scalar that leaves no mark: white space of any script (Unicode's White_Space),
  /// or a control character.
  private var blankLength: Int {
    guard let first else { return 0 }
    switch first {
    case ...0x20, 0x7F: return 1
    case 0xC2 where rest.count >= 2: return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0
    case 0xE1...0xE3 where rest.count >= 3: return isWideSpace ? 3 : 0
    default: return 0
    }
  }

  private var isWideSpace: Bool {
    switch (byte(0), byte(1), byte(2)) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): true
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): true
    default: false
    }
  }

  private func byte(_ offset: Int) -> UInt8 { bytes[rest.lowerBound + offset] }
}
