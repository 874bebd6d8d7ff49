import COpenSSL

extension SecretBytes {
  /// The bytes that base64 text stands for, decoded without a copy that would not be wiped.
  ///
  /// White space is passed over, and so are the two characters `\n`, `\r` and `\t`: a text that went through an environment
  /// variable or a JSON string often has them in place of its line ends.
  ///
  /// - Throws: ``KeyError/damaged(_:)`` when the rest is not padded base64.
  convenience init(base64 text: Span<UInt8>) throws(KeyError) {
    let digits = SecretBytes(capacity: text.count) { span in Self.appendDigits(of: text, to: &span) }
    try self.init(digits: digits)
  }

  /// Appends all of a text but white space, written plainly or escaped.
  private static func appendDigits(of text: Span<UInt8>, to span: inout OutputRawSpan) {
    var position = 0
    while position < text.count {
      let length = blankLength(at: position, in: text)
      if length == 0 { span.append(text[position]) }
      position += max(1, length)
    }
  }

  /// Returns how many bytes of white space, plain or escaped, stand at a position.
  private static func blankLength(at position: Int, in text: Span<UInt8>) -> Int {
    switch text[position] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: " "): 1
    case UInt8(ascii: "\\") where position + 1 < text.count && "nrt".utf8.contains(text[position + 1]): 2
    default: 0
    }
  }

  /// The bytes that base64 digits stand for.
  private convenience init(digits: SecretBytes) throws(KeyError) {
    let padding = try digits.withBytes { span throws(KeyError) in try Self.padding(of: span) }
    self.init(capacity: digits.count / 4 * 3) { output in
      digits.withBytes { digits in
        unsafe digits.withUnsafeBufferPointer { digits in
          unsafe output.withUnsafeMutableBytes { bytes, count in
            let target = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
            let decoded = unsafe EVP_DecodeBlock(target, digits.baseAddress, Int32(digits.count))
            count = max(0, Int(decoded) - padding)
          }
        }
      }
    }
  }

  /// Returns how many `=` end the text.
  ///
  /// - Throws: ``KeyError/damaged(_:)`` unless digits fill whole groups of four with at most two `=` at the very end.
  private static func padding(of digits: Span<UInt8>) throws(KeyError) -> Int {
    let padding = digits.indices.reversed().prefix { digits[$0] == UInt8(ascii: "=") }.count
    let areDigits = digits.indices.dropLast(padding).allSatisfy { isDigit(digits[$0]) }
    guard areDigits, padding <= 2, digits.count.isMultiple(of: 4), !digits.isEmpty else { throw .damaged([]) }
    return padding
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"): true
    default: false
    }
  }
}
