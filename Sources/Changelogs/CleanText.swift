/// Text from commits without characters that steer a terminal or are not seen.
package enum CleanText {
  /// Returns a text's UTF-8 on one line: white space and line ends become one space, and characters that steer
  /// a terminal, turn the direction of writing or cannot be seen are dropped.
  static func line(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return isCleanLine(bytes) ? bytes : cleanedLine(text)
  }

  /// Returns a text of several lines with `\n` at the end of each, without the characters that `line` drops; tabs
  /// and spaces stay.
  package static func lines(_ text: String) -> String {
    let isClean = text.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x09 }
    return isClean ? text : cleanedLines(text)
  }

  /// Whether there is nothing to clean, which is so for nearly every subject.
  private static func isCleanLine(_ bytes: [UInt8]) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || bytes.isEmpty
  }

  private static func cleanedLine(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterSpace = false
    for scalar in text.unicodeScalars where !scalar.isHidden {
      if scalar.isSpace || scalar.isLineEnd {
        isAfterSpace = true
        continue
      }
      if isAfterSpace, !result.isEmpty { result.append(0x20) }
      isAfterSpace = false
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }

  private static func cleanedLines(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars where !scalar.isHidden {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\n", isAfterReturn { continue }
      result.append(scalar.isLineEnd ? "\n" : scalar)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether it is a space of any width, or a tab.
  fileprivate var isSpace: Bool {
    switch value {
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether a line ends here: LF, VT, FF, CR, NEL, and the separators of lines and paragraphs.
  fileprivate var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// C0 and C1 controls, marks and overrides of direction, annotations, tags, and characters without a shape
  /// (Default_Ignorable_Code_Point).
  fileprivate var isHidden: Bool {
    switch value {
    case 0x20...0x7E, 0x09...0x0D, 0x85: false
    case 0x00...0x9F, 0xFFF9...0xFFFB: true
    // Persian and emoji need the joiners, emoji and Mongolian the selectors of a variant.
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x180B...0x180D, 0x180F: false
    default: value > 0x9F && properties.isDefaultIgnorableCodePoint
    }
  }
}

extension CleanText {
  /// Returns a text on one line, like ``line(_:)``.
  static func single(_ text: String) -> String { String(line(text)) }
}
