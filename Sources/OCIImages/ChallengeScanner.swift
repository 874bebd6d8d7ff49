/// Reads challenges from left to right. A name is looked at three times at most: as a token68, as a parameter
/// of the challenge before, and as the scheme of the next.
struct ChallengeScanner {
  private let bytes: [UInt8]
  private var place = 0

  init(_ header: String) { bytes = Array(header.utf8) }

  mutating func challenges() -> [AuthenticationChallenge] {
    var challenges: [AuthenticationChallenge] = []
    skipCommas()
    while let challenge = challenge() {
      if !challenge.hasTwins { challenges.append(challenge.value) }
      skipCommas()
    }
    return challenges
  }

  /// Returns `nil` at the end, and where the text leaves the grammar.
  private mutating func challenge() -> (value: AuthenticationChallenge, hasTwins: Bool)? {
    guard let scheme = token().map(Ascii.lowercased), skipBlanks() > 0 || isAtEndOfItem else { return nil }
    if isAtEndOfItem { return (.init(scheme: scheme, parameters: [:], token68: nil), false) }
    if let token68 = token68() { return (.init(scheme: scheme, parameters: [:], token68: token68), false) }
    var parameters: [String: String] = [:]
    var hasTwins = false
    repeat {
      guard let (name, value) = parameter() else { return nil }
      hasTwins = parameters.updateValue(value, forKey: name) != nil || hasTwins
      skipCommas()
    } while isAtParameter
    return (.init(scheme: scheme, parameters: parameters, token68: nil), hasTwins)
  }

  /// Reads `name = value` up to the comma after it.
  private mutating func parameter() -> (name: String, value: String)? {
    guard let name = token() else { return nil }
    skipBlanks()
    guard take(UInt8(ascii: "=")) else { return nil }
    skipBlanks()
    guard let value = next == UInt8(ascii: "\"") ? quotedString() : token() else { return nil }
    skipBlanks()
    return isAtEndOfItem ? (Ascii.lowercased(name), value) : nil
  }

  private var isAtParameter: Bool {
    var ahead = self
    guard ahead.token() != nil else { return false }
    ahead.skipBlanks()
    return ahead.next == UInt8(ascii: "=")
  }

  /// Reads letters, digits and `-._~+/` with any `=` at the end; stays where it is unless that is the whole
  /// item.
  private mutating func token68() -> String? {
    let start = place
    while let byte = next, Ascii.isAlphanumeric(byte) || "-._~+/".utf8.contains(byte) { place += 1 }
    guard place > start else { return nil }
    while take(UInt8(ascii: "=")) {}
    let text = Ascii.text(bytes[start..<place])
    skipBlanks()
    guard isAtEndOfItem else {
      place = start
      return nil
    }
    return text
  }

  /// Reads a quoted string, its escapes undone (RFC 9110, section 5.6.4).
  private mutating func quotedString() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while !take(UInt8(ascii: "\"")) {
      _ = take(UInt8(ascii: "\\"))
      guard let byte = next, byte == 0x09 || (byte >= 0x20 && byte != 0x7F) else { return nil }
      text.append(byte)
      place += 1
    }
    return Ascii.text(text)
  }

  /// Reads a token (RFC 9110, section 5.6.2).
  private mutating func token() -> String? {
    let start = place
    while let byte = next, Ascii.isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte) { place += 1 }
    return place > start ? Ascii.text(bytes[start..<place]) : nil
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var isAtEndOfItem: Bool { next == nil || next == UInt8(ascii: ",") }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipCommas() {
    while let byte = next, Ascii.isBlank(byte) || byte == UInt8(ascii: ",") { place += 1 }
  }

  @discardableResult private mutating func skipBlanks() -> Int {
    let start = place
    while let byte = next, Ascii.isBlank(byte) { place += 1 }
    return place - start
  }
}
