/// Reads the grammar of SemVer 2.0.0 from left to right, looking at each byte once.
struct VersionScanner {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// The place as errors name it.
  private var offset: Int { place - bytes.startIndex }

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
    let start = place
    var value: UInt32 = 0
    while place < bytes.endIndex, Ascii.isDigit(bytes[place]) {
      // Wraps around only where there are too many digits for a word.
      value = value &* 10 &+ UInt32(bytes[place] &- Ascii.zero)
      place += 1
    }
    let count = place - start
    guard count > 0 else { throw .expectedNumber(offset: offset) }
    guard count == 1 || bytes[start] != Ascii.zero else { throw .leadingZero(offset: offset - count) }
    return count <= Numeral.wordDigits ? Numeral(word: value) : Numeral(checked: bytes[start..<place])
  }

  private mutating func prereleaseIdentifiers() throws(VersionError) -> [PrereleaseIdentifier] {
    var identifiers: [PrereleaseIdentifier] = []
    repeat {
      let start = offset
      let text = try identifier()
      let identifier = PrereleaseIdentifier(checked: text)
      guard identifier.number == nil || !hasLeadingZero(text) else { throw .leadingZero(offset: start) }
      identifiers.append(identifier)
    } while take(Ascii.dot)
    return identifiers
  }

  private mutating func buildIdentifiers() throws(VersionError) -> [String] {
    var identifiers: [String] = []
    repeat { identifiers.append(String(decoding: try identifier(), as: UTF8.self)) } while take(Ascii.dot)
    return identifiers
  }

  private mutating func identifier() throws(VersionError) -> ArraySlice<UInt8> {
    let text = take(while: Ascii.isIdentifier)
    guard text.isEmpty else { return text }
    guard place < bytes.endIndex, bytes[place] != Ascii.dot, bytes[place] != Ascii.plus else {
      throw .emptyIdentifier(offset: offset)
    }
    throw .unexpected(byte: bytes[place], offset: offset)
  }

  private func hasLeadingZero(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count > 1 && digits.first == Ascii.zero
  }

  private mutating func dot() throws(VersionError) {
    guard take(Ascii.dot) else { throw .expectedDot(offset: offset) }
  }

  private func end() throws(VersionError) {
    guard place == bytes.endIndex else { throw .unexpected(byte: bytes[place], offset: offset) }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.endIndex, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.endIndex, isWanted(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }
}
