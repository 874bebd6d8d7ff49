import COpenSSL

extension PrivateKey {
  /// Returns the key as PKCS#8 PEM text: encrypted when there is a passphrase, else plain.
  ///
  /// Encrypted with PBES2: scrypt with N = 2^14, r = 8, p = 5 (RFC 7914), the strongest that stock `openssl` still opens,
  /// and AES-256-CBC.
  ///
  /// - Throws: ``KeyError/emptyPassphrase``, ``KeyError/openSSL(_:)``.
  package func pem(passphrase: SecretBytes? = nil) throws(KeyError) -> SecretBytes {
    if let passphrase, passphrase.count == 0 { throw .emptyPassphrase }
    // `openssl` reads no longer one.
    if let passphrase, passphrase.count > 1023 { throw .passphraseTooLong(passphrase.count) }
    let info = try unsafe Self.handle(for: seed).withPointer { key throws(KeyError) in
      try unsafe Handle(adopting: EVP_PKEY2PKCS8(key), PKCS8_PRIV_KEY_INFO_free)
    }
    guard let passphrase else {
      return try unsafe info.withPointer { info throws(KeyError) in
        try unsafe Self.text { bio in unsafe PEM_write_bio_PKCS8_PRIV_KEY_INFO(bio, info) }
      }
    }
    return try unsafe Self.encrypted(info, passphrase).withPointer { encrypted throws(KeyError) in
      try unsafe Self.text { bio in unsafe PEM_write_bio_PKCS8(bio, encrypted) }
    }
  }

  /// Returns a PrivateKeyInfo encrypted.
  private static func encrypted(_ info: borrowing Handle, _ passphrase: SecretBytes) throws(KeyError)
    -> Handle
  {
    guard let scheme = unsafe PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nil, 16, nil, 16_384, 8, 5) else {
      throw Libcrypto.failure()
    }
    let encrypted = unsafe info.withPointer { info in
      unsafe passphrase.withUnsafeBytes { bytes in
        unsafe PKCS8_set0_pbe(bytes.baseAddress, Int32(bytes.count), info, scheme)
      }
    }
    // On success the result owns the scheme; on failure nothing does.
    if unsafe encrypted == nil { unsafe X509_ALGOR_free(scheme) }
    return try unsafe Handle(adopting: encrypted, X509_SIG_free)
  }

  /// Returns what a writer put into a memory buffer, which libcrypto wipes when it frees it.
  private static func text(_ write: (OpaquePointer) -> Int32) throws(KeyError) -> SecretBytes {
    let buffer = try unsafe Handle(adopting: BIO_new(BIO_s_mem()), BIO_free_all)
    return try unsafe buffer.withPointer { bio throws(KeyError) in
      guard unsafe write(bio) == 1 else { throw Libcrypto.failure() }
      return try unsafe SecretBytes(capacity: BIO_ctrl_pending(bio)) { span throws(KeyError) in
        let isWhole = unsafe span.withUnsafeMutableBytes { bytes, count in
          count = unsafe Int(BIO_read(bio, bytes.baseAddress, Int32(bytes.count)))
          return count == bytes.count
        }
        guard isWhole else { throw Libcrypto.failure() }
      }
    }
  }
}
