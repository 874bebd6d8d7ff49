/// The bytes that the grammar of commit messages is made of.
enum Ascii {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let hyphen = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let lessThan = UInt8(ascii: "<")
  static let backtick = UInt8(ascii: "`")
  static let tilde = UInt8(ascii: "~")

  /// Whether the byte is a space, a tab or a line break of some kind.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == space || (0x09...0x0D).contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLowercase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  /// Whether the byte may stand in the token of a footer.
  static func isToken(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == hyphen
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

extension ArraySlice<UInt8> {
  /// Returns whether the bytes start with a word in lower case, whatever their own case.
  func starts(withLowercase word: [UInt8]) -> Bool {
    starts(with: word) { $0 == $1 || Ascii.lowercased($0) == $1 }
  }
}

extension String {
  /// The text with A to Z in lower case. Other scripts are left alone: their rules change with Unicode's version.
  var asciiLowercased: String {
    String(decoding: utf8.map(Ascii.lowercased), as: UTF8.self)
  }

  /// The text without ASCII white space at both ends.
  var trimmed: String {
    let head = utf8.drop(while: Ascii.isSpace)
    guard let last = head.lastIndex(where: { !Ascii.isSpace($0) }) else { return "" }
    return String(decoding: head[...last], as: UTF8.self)
  }
}
