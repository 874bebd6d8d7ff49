import StrictJSON

/// One line of signature of a note: a claim until it was verified.
package struct NoteSignature: Sendable {
  /// The name of the key, as the line says.
  package let name: String
  /// The hint of the key, as the line says.
  package let keyHash: UInt32
  /// The signature: 64 bytes for a note key, 8 bytes of time before them for a cosignature.
  package let signature: [UInt8]

  init(key: NoteKey, signature: [UInt8]) {
    (name, keyHash, self.signature) = (key.name, key.keyHash, signature)
  }

  /// The line, with its end.
  var line: String { "\(Self.mark)\(name) \(Base64.encode(keyHash.bigEndianBytes + signature))\n" }

  /// What every line begins with: an em dash and a space.
  private static let mark = "\u{2014} "

  /// A signature read from a line without its end, or nil for a line that is none.
  ///
  /// Names of unknown keys may be anything without a space or a `+`.
  init?(line: some Collection<UInt8>) {
    guard line.starts(with: Self.mark.utf8) else { return nil }
    let parts = line.dropFirst(Self.mark.utf8.count)
      .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 2, Self.isPossible(name: parts[0]), let bytes = Base64.decode(parts[1]),
      bytes.count > 4,
      Base64.encode(bytes).utf8.elementsEqual(parts[1].utf8)
    else { return nil }
    name = parts[0]
    keyHash = UInt32(bigEndianBytes: bytes.prefix(4))
    signature = Array(bytes.dropFirst(4))
  }

  private static func isPossible(name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" }
  }

  /// Returns whether a line says that it is by a key.
  func claims(_ key: NoteKey) -> Bool {
    keyHash == key.keyHash && name.utf8.elementsEqual(key.name.utf8)
  }
}
