extension String {
  /// Whether both strings are the same UTF-8 bytes; `==` would follow canonical equivalence.
  package func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// Feeds the bytes, eight at a time. `hash(into:)` normalises first, which gives thousands of distinct
  /// strings one hash: an attacker's way to quadratic time.
  func hashBytes(into hasher: inout Hasher) {
    var word: UInt64 = 0
    var count = 0
    for byte in utf8 {
      word = word << 8 | UInt64(byte)
      count += 1
      if count.isMultiple(of: 8) { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(count)
  }
}
