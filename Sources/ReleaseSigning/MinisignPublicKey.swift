/// A public key in the form that minisign trusts (https://jedisct1.github.io/minisign/, "Public key format").
///
/// ```
/// untrusted comment: minisign public key A6140CB09FD0D453
/// RWRT1NCfsAwUpvXb79RdNLdceDIrN2WMFffYwpyR53LWsMs2PDvYsfIn
/// ```
package struct MinisignPublicKey: Hashable, Sendable {
  /// The key itself.
  package let key: PublicKey

  /// The form that a key has for minisign.
  package init(_ key: PublicKey) { self.key = key }

  /// The 8 bytes by which minisign finds the key of a signature: the first of the digest that is its ``KeyID``.
  ///
  /// Minisign itself draws them at random; nothing is decided by them.
  package var number: [UInt8] { Array(key.keyID.digest.bytes.prefix(8)) }

  /// The number as minisign shows it: a 64-bit little-endian number in 16 upper-case hexadecimal digits.
  ///
  /// Minisign before 0.12 leaves leading zeros out.
  package var id: String { Hexadecimal.text(number.reversed()).uppercased() }

  /// The key as one word, for `minisign -P`: base64 of `Ed`, the number and the 32 bytes of the key.
  package var word: String { PEMBlock.base64(Array("Ed".utf8) + number + key.rawRepresentation) }

  /// The text of a `.pub` file.
  package var text: String { "untrusted comment: minisign public key \(id)\n\(word)\n" }
}
