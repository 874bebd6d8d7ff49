import COpenSSL

extension PublicKey {
  /// What precedes the point in the SubjectPublicKeyInfo of every ed25519 key (RFC 8410, section 4).
  private static let spkiPrefix: [UInt8] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// More than a key of any algorithm that can be named has: longer bytes are not shown to libcrypto's decoders.
  private static let longestSPKI = 16_384

  /// The SubjectPublicKeyInfo in DER: 44 bytes.
  package var spki: [UInt8] { Self.spkiPrefix + rawRepresentation }

  /// The key as a PEM block labelled `PUBLIC KEY`.
  package var pem: String {
    let body = PEMBlock.base64(spki)
    return "-----BEGIN PUBLIC KEY-----\n\(body)\n-----END PUBLIC KEY-----\n"
  }

  /// A key from its SubjectPublicKeyInfo in DER, which has one spelling only.
  ///
  /// - Throws: ``KeyError/wrongAlgorithm(_:)`` for a key of another kind, ``KeyError/damaged(_:)`` for what is no key,
  ///   and what ``init(rawRepresentation:)`` throws.
  package init(spki: [UInt8]) throws(KeyError) {
    guard spki.starts(with: Self.spkiPrefix) else { throw Self.refusal(of: spki) }
    guard spki.count == Self.spkiPrefix.count + Self.byteCount else { throw .wrongLength(spki.count) }
    try self.init(rawRepresentation: Array(spki.dropFirst(Self.spkiPrefix.count)))
  }

  /// A key from PEM text, also with CRLF, indented, with `\n` for its line ends, or as base64 of all of it.
  ///
  /// - Throws: ``KeyError/notPEM``, ``KeyError/privateKeyWherePublicIsMeant`` when there is a private key anywhere in
  ///   the text, ``KeyError/severalKeys(_:)``, ``KeyError/unexpectedLabel(_:)``, and what ``init(spki:)`` throws.
  package init(pem: [UInt8]) throws(KeyError) { try self.init(pem: SecretBytes(copying: pem)) }

  /// A key from PEM text that may turn out to hold a private one.
  ///
  /// - Throws: as ``init(pem:)-([UInt8])``.
  package init(pem: SecretBytes) throws(KeyError) {
    let block = try PEMBlock.publicKey(in: pem)
    let spki = try block.contents().withBytes { bytes in bytes.indices.map { bytes[$0] } }
    try self.init(spki: spki)
  }

  /// Returns why bytes that do not begin as an ed25519 key does are refused, naming the algorithm if they are a key.
  private static func refusal(of spki: [UInt8]) -> KeyError {
    guard spki.count <= longestSPKI else { return .wrongLength(spki.count) }
    Libcrypto.begin()
    let pointer = unsafe spki.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      return unsafe d2i_PUBKEY(nil, &cursor, buffer.count)
    }
    let reasons = Libcrypto.drainErrors().map(\.reason)
    guard let key = unsafe Handle(ifAny: pointer, EVP_PKEY_free) else { return .damaged(reasons) }
    let name = unsafe key.withPointer { unsafe algorithmName(of: $0) }
    return name == "ED25519" ? .damaged(reasons) : .wrongAlgorithm(name)
  }
}

/// Returns libcrypto's name of the algorithm that a key belongs to.
func algorithmName(of key: OpaquePointer) -> String {
  guard let name = unsafe EVP_PKEY_get0_type_name(key) else { return "unknown" }
  return unsafe String(cString: name)
}
