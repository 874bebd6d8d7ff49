import COpenSSL

/// An ed25519 private key (RFC 8032). The 32 bytes of its seed are wiped when the last reference goes.
package final class PrivateKey: Sendable {
  /// The number of bytes of a seed.
  package static let seedByteCount = 32

  /// The half of the key that others verify with.
  package let publicKey: PublicKey

  let seed: SecretBytes

  /// The key that a seed determines.
  ///
  /// - Throws: ``KeyError/wrongLength(_:)`` for any number of bytes but 32.
  package init(seed: SecretBytes) throws(KeyError) {
    guard seed.count == Self.seedByteCount else { throw .wrongLength(seed.count) }
    self.seed = seed
    publicKey = try unsafe Self.handle(for: seed).withPointer { key throws(KeyError) in
      try unsafe PublicKey(rawRepresentation: Self.rawPublicKey(of: key))
    }
  }

  /// Returns a new key from libcrypto's generator of secrets: the one place where randomness enters.
  ///
  /// - Throws: ``KeyError/openSSL(_:)`` when the operating system gives no randomness.
  package static func generate() throws(KeyError) -> PrivateKey {
    Libcrypto.begin()
    let seed = try SecretBytes(capacity: seedByteCount) { span throws(KeyError) in
      let result = unsafe span.withUnsafeMutableBytes { bytes, count in
        count = seedByteCount
        return unsafe RAND_priv_bytes(bytes.bindMemory(to: UInt8.self).baseAddress, Int32(count))
      }
      guard result == 1 else { throw Libcrypto.failure() }
    }
    return try PrivateKey(seed: seed)
  }

  /// Returns libcrypto's form of the key, which wipes its own copy of the seed when it is freed.
  static func handle(for seed: SecretBytes) throws(KeyError) -> Handle {
    Libcrypto.begin()
    let pointer = unsafe seed.withUnsafeBytes { bytes in
      unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, bytes.baseAddress, bytes.count)
    }
    return try unsafe Handle(adopting: pointer, EVP_PKEY_free)
  }

  private static func rawPublicKey(of key: OpaquePointer) throws(KeyError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: PublicKey.byteCount)
    var count = bytes.count
    guard unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1, count == bytes.count else {
      throw Libcrypto.failure()
    }
    return bytes
  }
}
