package import ReleaseSigning

/// A public key with the name that its notes call it by (c2sp.org/signed-note).
///
/// Names are printable ASCII here, which is narrower than the specification: so that names which look or compare equal
/// are the same bytes.
package struct NoteKey: Hashable, Sendable {
  /// What a key signs, and the type byte that says so.
  package enum Kind: UInt8, Hashable, Sendable {
    /// The text of a note, as a log signs its checkpoints.
    case note = 0x01
    /// A checkpoint and the time it was seen, as a witness signs (c2sp.org/tlog-cosignature).
    case cosignature = 0x04
  }

  /// The name: for a log, its origin.
  package let name: String
  /// What the key signs.
  package let kind: Kind
  /// The key itself.
  package let publicKey: PublicKey

  /// A key under a name.
  ///
  /// - Throws: ``NoteError/invalidName(_:)``.
  package init(name: String, kind: Kind = .note, publicKey: PublicKey) throws(NoteError) {
    guard Self.isValid(name: name) else { throw .invalidName(name) }
    (self.name, self.kind, self.publicKey) = (name, kind, publicKey)
  }

  /// The first four bytes of the SHA-256 digest of name and key: a hint, which two keys may share.
  package var keyHash: UInt32 {
    let identity = Array(name.utf8) + [UInt8(ascii: "\n")] + typedKey
    return UInt32(bigEndianBytes: Digest.sha256(identity).bytes.prefix(4))
  }

  /// The key's bytes after its type.
  var typedKey: [UInt8] { [kind.rawValue] + publicKey.rawRepresentation }

  /// Returns whether a name is not empty and printable ASCII without a space or `+`.
  static func isValid(name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "+") }
  }
}

extension FixedWidthInteger {
  /// The number that bytes spell, the most significant first.
  init(bigEndianBytes bytes: some Sequence<UInt8>) {
    self = bytes.reduce(0) { $0 << 8 | Self($1) }
  }

  /// The bytes that spell the number, the most significant first.
  var bigEndianBytes: [UInt8] {
    stride(from: Self.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
  }
}
