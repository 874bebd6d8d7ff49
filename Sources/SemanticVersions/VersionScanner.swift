/// Reads the grammar of SemVer 2.0.0 from left to right, looking at each byte once.
struct VersionScanner {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func version() throws(VersionError) -> Version {
    guard !bytes.isEmpty else { throw .empty }
    let major = try number()
    try dot()
    let minor = try number()
    try dot()
    let patch = try number()
    let prerelease = take(Ascii.hyphen) ? try prereleaseIdentifiers() : []
    let build = take(Ascii.plus) ? try buildIdentifiers() : []
    try end()
    return Version(major, minor, patch, prerelease: prerelease, build: build)
  }

  /// Reads identifiers and nothing else: the label of a prerelease.
  mutating func label() throws(VersionError) -> [PrereleaseIdentifier] {
    let identifiers = try prereleaseIdentifiers()
    try end()
    return identifiers
  }

  private mutating func number() throws(VersionError) -> Numeral {
    let start = offset
    let digits = take(while: Ascii.isDigit)
    guard !digits.isEmpty else { throw .expectedNumber(offset: start) }
    guard !hasLeadingZero(digits) else { throw .leadingZero(offset: start) }
    return Numeral(checked: digits)
  }

  private mutating func prereleaseIdentifiers() throws(VersionError) -> [PrereleaseIdentifier] {
    var identifiers: [PrereleaseIdentifier] = []
    repeat {
      let start = offset
      let identifier = PrereleaseIdentifier(checked: try self.identifier())
      guard identifier.number == nil || !hasLeadingZero(identifier.text) else {
        throw .leadingZero(offset: start)
      }
      identifiers.append(identifier)
    } while take(Ascii.dot)
    return identifiers
  }

  private mutating func buildIdentifiers() throws(VersionError) -> [String] {
    var identifiers: [String] = []
    repeat { identifiers.append(try identifier()) } while take(Ascii.dot)
    return identifiers
  }

  private mutating func identifier() throws(VersionError) -> String {
    let start = offset
    let text = take(while: Ascii.isIdentifier)
    guard text.isEmpty else { return text }
    guard start < bytes.count, bytes[start] != Ascii.dot, bytes[start] != Ascii.plus else {
      throw .emptyIdentifier(offset: start)
    }
    throw .unexpected(byte: bytes[start], offset: start)
  }

  private func hasLeadingZero(_ digits: String) -> Bool {
    digits.utf8.count > 1 && digits.utf8.first == Ascii.zero
  }

  private mutating func dot() throws(VersionError) {
    guard take(Ascii.dot) else { throw .expectedDot(offset: offset) }
  }

  private func end() throws(VersionError) {
    guard offset == bytes.count else { throw .unexpected(byte: bytes[offset], offset: offset) }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func take(while isWanted: (UInt8) -> Bool) -> String {
    let start = offset
    while offset < bytes.count, isWanted(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}
