extension UInt8 {
  /// Whether it is a letter or digit of ASCII.
  var isAlphanumeric: Bool { isDigit || (0x41...0x5A).contains(self & 0xDF) }

  /// Whether it is a decimal digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is a letter, digit or underscore of ASCII.
  var isWordPart: Bool { isAlphanumeric || self == UInt8(ascii: "_") }

  /// Whether it is one of the characters that Markdown allows a backslash before.
  var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isAlphanumeric }

  /// A capital letter of ASCII as a small one; anything else as it is.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Sequence<UInt8> {
  /// Whether two texts are equal but for the case of ASCII letters.
  func equalsIgnoringCase(_ other: some Sequence<UInt8>) -> Bool {
    elementsEqual(other) { $0.lowercased == $1.lowercased }
  }
}

extension String {
  /// Creates a string of bytes that are cut out of valid UTF-8 at ASCII characters.
  init(_ bytes: some Collection<UInt8>) {
    self.init(decoding: bytes, as: UTF8.self)
  }
}
