/// Why bytes are not one JSON document.
package struct JSONError: Error, Hashable, Sendable {
  /// The byte at which reading stopped, counted from 0.
  package let offset: Int
  /// What is wrong there.
  package let reason: Reason

  /// A fault at a byte.
  package init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  /// What can be wrong with a document.
  package enum Reason: Hashable, Sendable {
    /// A key is there twice, escaped twins included; the key as it reads after unescaping.
    case duplicateKey(String)
    /// The document starts with the mark of UTF-8 or UTF-16.
    case byteOrderMark
    /// A string has bytes that are no UTF-8 (RFC 3629): overlong, a surrogate, beyond U+10FFFF, cut off.
    case invalidUTF8
    /// A `\u` escape gives half of a surrogate pair.
    case loneSurrogate
    /// Something follows the document.
    case trailingBytes
    /// A comma stands before `]` or `}`.
    case trailingComma
    /// More levels than the limit allows.
    case tooDeep
    /// More bytes than the limit allows.
    case tooLarge
    /// A number outside the grammar: leading zero, bare point, empty exponent.
    case badNumber
    /// A `\` before a character that is no escape, or `\u` without four hex digits.
    case badEscape
    /// A raw character below U+0020 within a string.
    case controlCharacter
    /// A byte that nothing can start or continue with.
    case unexpectedByte(UInt8)
    /// The document stops in the middle.
    case unexpectedEnd
  }
}
