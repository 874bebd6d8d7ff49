/// The bytes that the grammar of commit messages is made of.
enum Ascii {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let hash = UInt8(ascii: "#")
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
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

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  static func isLowercase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLowercase(byte | 0x20)
  }

  /// Whether the byte may stand in the token of a footer.
  static func isToken(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == hyphen
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

extension String {
  /// The text with A to Z in lower case. Other scripts are left alone: their rules change with Unicode's version.
  var asciiLowercased: String {
    guard utf8.contains(where: { Ascii.lowercased($0) != $0 }) else { return self }
    return String(decoding: utf8.map(Ascii.lowercased), as: UTF8.self)
  }

  /// Returns whether two texts are the same but for the case of A to Z.
  func isEqual(ignoringAsciiCase other: String) -> Bool {
    utf8.elementsEqual(other.utf8) { Ascii.lowercased($0) == Ascii.lowercased($1) }
  }
}
