import COpenSSL

extension PublicKey {
  /// The number of bytes of every signature.
  package static let signatureByteCount = 64

  /// Returns whether a signature over a message was made by the private half of this key.
  ///
  /// Pure Ed25519 (RFC 8032, section 5.1.7), cofactorless, refusing an S that is not reduced. Anything that goes wrong
  /// is a "no".
  package func isValid(signature: [UInt8], for message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureByteCount else { return false }
    Libcrypto.begin()
    let verdict = verdict(on: signature, for: message)
    ERR_clear_error()
    return verdict == 1
  }

  /// Returns libcrypto's answer: 1 for a good signature and for nothing else.
  private func verdict(on signature: [UInt8], for message: [UInt8]) -> Int32 {
    let pointer = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, rawRepresentation, Self.byteCount)
    guard let key = unsafe Handle(ifAny: pointer, EVP_PKEY_free),
      let context = unsafe Handle(ifAny: EVP_MD_CTX_new(), EVP_MD_CTX_free)
    else { return -1 }
    return unsafe key.withPointer { key in
      unsafe context.withPointer { context in
        guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return -1 }
        return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count)
      }
    }
  }
}
