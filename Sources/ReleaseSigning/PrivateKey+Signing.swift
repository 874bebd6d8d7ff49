import COpenSSL

extension PrivateKey {
  /// Returns the 64 bytes of the signature over a message; the same message always has the same signature.
  ///
  /// Each signature is verified before it is returned: a fault while signing can give the private key away.
  ///
  /// - Throws: ``KeyError/openSSL(_:)`` when libcrypto fails or its signature does not verify.
  package func sign(_ message: [UInt8]) throws(KeyError) -> [UInt8] {
    let signature = try unsafe Self.handle(for: seed).withPointer { key throws(KeyError) in
      try unsafe Self.signature(over: message, by: key)
    }
    guard publicKey.isValid(signature: signature, for: message) else {
      throw .openSSL(["the new signature does not verify"])
    }
    return signature
  }

  private static func signature(over message: [UInt8], by key: OpaquePointer) throws(KeyError) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: PublicKey.signatureByteCount)
    let context = try unsafe Handle(adopting: EVP_MD_CTX_new(), EVP_MD_CTX_free)
    let isSigned = unsafe context.withPointer { context in
      guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1 else { return false }
      var count = signature.count
      let result = unsafe EVP_DigestSign(context, &signature, &count, message, message.count)
      return result == 1 && count == signature.count
    }
    guard isSigned else { throw Libcrypto.failure() }
    return signature
  }
}
