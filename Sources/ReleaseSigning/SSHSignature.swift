/// The signature of a message as `ssh-keygen -Y sign` makes it (OpenSSH, PROTOCOL.sshsig), over its SHA-512 hash.
///
/// The namespace says what the signature is for, and is signed: a signature of one namespace is none of another. Only a
/// hash behind the preamble `SSHSIG` is signed, never bytes that somebody else chose.
package struct SSHSignature: Hashable, Sendable {
  /// The armored text: what `ssh-keygen` writes into a `.sig` file.
  package let text: String

  /// The most bytes of a namespace: OpenSSH matches none longer against an `allowed_signers` file.
  package static let longestNamespace = 1022

  /// The signature that a signer makes over a message; nothing is signed unless all the rest is in order.
  ///
  /// - Parameters:
  ///   - hash: The SHA-512 hash of the message.
  ///   - signer: Asked once.
  ///   - namespace: What the signature is for, such as `file` or `git`.
  /// - Throws: ``SSHFormatError``, and what the signer throws.
  package init(ofHash hash: [UInt8], by signer: any Signer, namespace: String) throws {
    guard hash.count == HashAlgorithm.sha512.byteCount else {
      throw SSHFormatError.wrongHashLength(hash.count)
    }
    try Self.check(namespace: namespace)
    let scope = SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string("sha512")
    let message = Self.preamble + scope + SSHWire.string(hash)
    let signature = try signer.sign(message)
    let head = SSHWire.uint32(1) + SSHWire.string(SSHPublicKey(signer.publicKey).blob)
    let signed = SSHWire.string(SSHWire.string(SSHWire.ed25519) + SSHWire.string(signature))
    text = Self.armor(Self.preamble + head + scope + signed)
  }

  /// Refuses a namespace that is empty, is not shown as one line, or is too long for OpenSSH to match.
  static func check(namespace: String) throws(SSHFormatError) {
    guard !namespace.isEmpty else { throw .noNamespace }
    guard namespace.utf8.count <= longestNamespace else { throw .namespaceTooLong(namespace.utf8.count) }
    guard PrintableLine.holds(namespace) else { throw .unprintableNamespace }
  }

  private static let preamble = Array("SSHSIG".utf8)

  /// Returns bytes in base64, 70 columns wide, between the lines that mark them.
  private static func armor(_ bytes: [UInt8]) -> String {
    let digits = Array(PEMBlock.base64(bytes).utf8)
    let lines = stride(from: 0, to: digits.count, by: 70).map { start in
      String(decoding: digits[start..<min(start + 70, digits.count)], as: UTF8.self)
    }
    let body = lines.joined(separator: "\n")
    return "-----BEGIN SSH SIGNATURE-----\n\(body)\n-----END SSH SIGNATURE-----\n"
  }
}
