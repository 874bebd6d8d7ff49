/// Text from commits on one line, without characters that are not seen.
enum CleanText {
  /// Returns a text's UTF-8 on one line: white space and line ends become one space, and characters that steer
  /// a terminal, turn the direction of writing or cannot be seen are dropped.
  static func line(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return isClean(bytes) ? bytes : cleaned(text)
  }

  /// Whether there is nothing to clean, which is so for nearly every subject.
  private static func isClean(_ bytes: [UInt8]) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || bytes.isEmpty
  }

  private static func cleaned(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterSpace = false
    for scalar in text.unicodeScalars where !scalar.isHidden {
      if scalar.isSpaceOrLineEnd {
        isAfterSpace = true
        continue
      }
      if isAfterSpace, !result.isEmpty { result.append(0x20) }
      isAfterSpace = false
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var isSpaceOrLineEnd: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// C0 and C1 controls, marks and overrides of direction, and characters without a shape. The joiners U+200C
  /// and U+200D stay: Persian and emoji need them.
  fileprivate var isHidden: Bool {
    if isSpaceOrLineEnd { return false }
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      return true
    default: return false
    }
  }
}
