import ReleaseSigning

/// A private key of known seed in the files of other programs: what they sign with it can be compared to the byte.
enum ForeignKeyFiles {
  /// Returns the text of a minisign secret key file without a password; such a file has no checksum.
  static func minisign(seed: [UInt8], _ publicKey: MinisignPublicKey) -> String {
    let noDerivation = Array("Ed\0\0B2".utf8) + [UInt8](repeating: 0, count: 48)
    let secret = publicKey.number + seed + publicKey.key.rawRepresentation
    let body = noDerivation + secret + [UInt8](repeating: 0, count: 32)
    return "untrusted comment: minisign secret key\n\(base64(body))\n"
  }

  /// Returns the text of an OpenSSH private key file without a passphrase (OpenSSH, PROTOCOL.key).
  static func openSSH(seed: [UInt8], _ publicKey: PublicKey, comment: String) -> String {
    let blob = wire("ssh-ed25519") + wire(publicKey.rawRepresentation)
    var secret = [UInt8](repeating: 0, count: 8) + blob
    secret += wire(seed + publicKey.rawRepresentation) + wire(comment)
    secret += (1...8).prefix((8 - secret.count % 8) % 8).map { UInt8($0) }
    let header = Array("openssh-key-v1\0".utf8) + wire("none") + wire("none") + wire("")
    let body = base64(header + [0, 0, 0, 1] + wire(blob) + wire(secret))
    return "-----BEGIN OPENSSH PRIVATE KEY-----\n\(body)\n-----END OPENSSH PRIVATE KEY-----\n"
  }
}

/// Returns bytes behind their number, as SSH writes them (RFC 4251, section 5).
func wire(_ bytes: [UInt8]) -> [UInt8] {
  let count = UInt32(bytes.count)
  return [UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)] + bytes
}

/// Returns the bytes of a text behind their number.
func wire(_ text: String) -> [UInt8] { wire(Array(text.utf8)) }
