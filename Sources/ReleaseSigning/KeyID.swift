/// The name of a public key: the SHA-256 digest of its SubjectPublicKeyInfo in DER.
///
/// A key id orders the keys to try; whoever wrote it may have lied, so it decides nothing.
package struct KeyID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The digest that is the id.
  package let digest: Digest

  /// The id with this digest.
  package init(_ digest: Digest) { self.digest = digest }

  /// An id read from exactly 64 lower-case hexadecimal digits, or nil for any other text.
  package init?(hex: String) {
    guard let digest = Digest(hex: hex) else { return nil }
    self.digest = digest
  }

  /// The 64 lower-case hexadecimal digits.
  package var hex: String { digest.hex }

  /// The same as ``hex``.
  package var description: String { hex }

  /// Orders ids by their text.
  package static func < (left: KeyID, right: KeyID) -> Bool { left.digest < right.digest }
}
