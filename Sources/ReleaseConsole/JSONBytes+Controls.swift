extension [UInt8] {
  /// Returns JSON with the controls that it allows in strings (DEL, C1, bidirectional ones) escaped: the same
  /// values, and nothing that a terminal obeys.
  func escapingControls() -> [UInt8] {
    let text = String(decoding: self, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.value > 0x20 && $0.steersTerminals }) else { return self }
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      guard scalar.value > 0x20, scalar.steersTerminals else { return Array(scalar.utf8) }
      let digits = String(scalar.value, radix: 16)
      return Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    }
  }
}
