/// A public key in the forms that OpenSSH reads and shows.
package struct SSHPublicKey: Hashable, Sendable {
  /// The key itself.
  package let key: PublicKey

  /// The forms that a key has for OpenSSH.
  package init(_ key: PublicKey) { self.key = key }

  /// The key on the wire: its type and its 32 bytes (RFC 8709, section 4).
  package var blob: [UInt8] { SSHWire.string(SSHWire.ed25519) + SSHWire.string(key.rawRepresentation) }

  /// What `ssh-keygen -l` shows of the key: `SHA256:` and the digest of ``blob`` in base64 without padding.
  package var fingerprint: String {
    "SHA256:" + PEMBlock.base64(Digest.sha256(blob).bytes).prefix { $0 != "=" }
  }

  /// Returns the line of a `.pub` or an `authorized_keys` file, without its line end: `ssh-ed25519 AAAA… comment`.
  ///
  /// - Throws: ``SSHFormatError/unprintableComment``.
  package func line(comment: String = "") throws(SSHFormatError) -> String {
    guard PrintableLine.holds(comment) else { throw .unprintableComment }
    return comment.isEmpty ? typeAndBlob : "\(typeAndBlob) \(comment)"
  }

  /// The type of the key and its ``blob`` in base64.
  var typeAndBlob: String { "\(SSHWire.ed25519) \(PEMBlock.base64(blob))" }
}
