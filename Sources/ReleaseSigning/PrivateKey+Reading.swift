import COpenSSL

extension PrivateKey {
  /// A key from PKCS#8 PEM text (RFC 5958, RFC 8410), plain or encrypted, in any form that stock `openssl` writes; the
  /// text may have CRLF, be indented, have `\n` for its line ends, or be base64 of all of it.
  ///
  /// Nothing ever asks for a passphrase: without one, an encrypted key is refused at once.
  ///
  /// - Throws: ``KeyError/notPEM``, ``KeyError/publicKeyWherePrivateIsMeant``, ``KeyError/severalKeys(_:)``,
  ///   ``KeyError/unexpectedLabel(_:)``, ``KeyError/wrongAlgorithm(_:)``, ``KeyError/passphraseNeeded``,
  ///   ``KeyError/wrongPassphrase``, ``KeyError/derivationTooCostly``, ``KeyError/unsupportedEncryption(_:)``,
  ///   ``KeyError/damaged(_:)``.
  package convenience init(pem: SecretBytes, passphrase: SecretBytes? = nil) throws(KeyError) {
    let block = try PEMBlock.privateKey(in: pem)
    let contents = try block.contents()
    guard block.label == "ENCRYPTED PRIVATE KEY" else {
      try self.init(seed: Self.seed(ofInfo: Self.plainInfo(contents)))
      return
    }
    guard let passphrase else { throw .passphraseNeeded }
    try self.init(seed: Self.seed(ofInfo: Self.decryptedInfo(contents, passphrase)))
  }

  /// Returns the PrivateKeyInfo that DER stands for.
  private static func plainInfo(_ der: SecretBytes) throws(KeyError) -> Handle {
    try unsafe decoded(der, PKCS8_PRIV_KEY_INFO_free) { cursor, count in
      unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, &cursor, count)
    }
  }

  /// Returns the PrivateKeyInfo inside an EncryptedPrivateKeyInfo.
  private static func decryptedInfo(_ der: SecretBytes, _ passphrase: SecretBytes) throws(KeyError) -> Handle
  {
    let encrypted = try unsafe decoded(der, X509_SIG_free) { cursor, count in
      unsafe d2i_X509_SIG(nil, &cursor, count)
    }
    guard unsafe encrypted.withPointer({ unsafe isBearable($0) }) else { throw .derivationTooCostly }
    Libcrypto.begin()
    let pointer = unsafe encrypted.withPointer { encrypted in
      unsafe passphrase.withUnsafeBytes { bytes in
        unsafe PKCS8_decrypt(encrypted, bytes.baseAddress, Int32(bytes.count))
      }
    }
    guard let info = unsafe Handle(ifAny: pointer, PKCS8_PRIV_KEY_INFO_free) else {
      throw KeyError(decrypting: Libcrypto.drainErrors())
    }
    return info
  }

  /// Returns whether an EncryptedPrivateKeyInfo asks for no more work than some seconds.
  private static func isBearable(_ encrypted: OpaquePointer) -> Bool {
    var encryption: UnsafePointer<X509_ALGOR>?
    unsafe X509_SIG_get0(encrypted, &encryption, nil)
    return unsafe DerivationCost(of: encryption)?.isBearable ?? true
  }

  /// Returns the object that DER stands for, when nothing follows it.
  private static func decoded(
    _ der: SecretBytes, _ release: @convention(c) (OpaquePointer?) -> Void,
    by decode: (inout UnsafePointer<UInt8>?, Int) -> OpaquePointer?
  ) throws(KeyError) -> Handle {
    Libcrypto.begin()
    var isWhole = false
    let pointer = unsafe der.withUnsafeBytes { bytes in
      var cursor = bytes.baseAddress
      let object = unsafe decode(&cursor, bytes.count)
      isWhole = unsafe cursor == bytes.baseAddress.map { unsafe $0 + bytes.count }
      return unsafe object
    }
    guard let object = unsafe Handle(ifAny: pointer, release), isWhole else { throw Libcrypto.damage() }
    return object
  }

  /// Returns the seed in a PrivateKeyInfo.
  private static func seed(ofInfo info: borrowing Handle) throws(KeyError) -> SecretBytes {
    let pointer = unsafe info.withPointer { unsafe EVP_PKCS82PKEY($0) }
    guard let key = unsafe Handle(ifAny: pointer, EVP_PKEY_free) else { throw Libcrypto.damage() }
    return try unsafe key.withPointer { key throws(KeyError) in
      guard unsafe EVP_PKEY_get_id(key) == EVP_PKEY_ED25519 else {
        throw unsafe .wrongAlgorithm(algorithmName(of: key))
      }
      return try unsafe seed(of: key)
    }
  }

  private static func seed(of key: OpaquePointer) throws(KeyError) -> SecretBytes {
    try SecretBytes(capacity: seedByteCount) { span throws(KeyError) in
      let result = unsafe span.withUnsafeMutableBytes { bytes, count in
        count = seedByteCount
        return unsafe EVP_PKEY_get_raw_private_key(key, bytes.bindMemory(to: UInt8.self).baseAddress, &count)
      }
      guard result == 1 else { throw Libcrypto.failure() }
    }
  }
}
