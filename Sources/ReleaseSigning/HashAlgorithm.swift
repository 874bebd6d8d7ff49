import COpenSSL

/// A hash function that signatures, or the detached signature formats of other tools, are made over.
package enum HashAlgorithm: Hashable, Sendable, CaseIterable {
  /// SHA-256 (FIPS 180-4), the one that this project's own formats use.
  case sha256
  /// SHA-512 (FIPS 180-4), used by `ssh-keygen -Y`.
  case sha512
  /// BLAKE2b with 64 bytes of output (RFC 7693), used by minisign.
  case blake2b512

  /// The number of bytes that the function returns.
  package var byteCount: Int {
    switch self {
    case .sha256: 32
    case .sha512, .blake2b512: 64
    }
  }

  /// Returns the hash of bytes that are in memory.
  package func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var hasher = StreamHasher(self)
    hasher.update(bytes)
    return hasher.finalize()
  }
}

extension HashAlgorithm {
  // Fetched once: since OpenSSL 3 an unfetched algorithm is looked up again for every hash.
  private static let sha256Method = Method("SHA2-256")
  private static let sha512Method = Method("SHA2-512")
  private static let blake2b512Method = Method("BLAKE2B-512")

  /// Libcrypto's implementation of the function.
  var method: Method {
    switch self {
    case .sha256: Self.sha256Method
    case .sha512: Self.sha512Method
    case .blake2b512: Self.blake2b512Method
    }
  }

  /// An implementation fetched from libcrypto's default provider; never freed, and immutable, so threads share it.
  @safe struct Method: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ name: String) {
      Libcrypto.begin()
      guard let fetched = unsafe EVP_MD_fetch(nil, name, nil) else {
        // The default provider is part of libcrypto itself and holds all three functions.
        preconditionFailure("libcrypto offers no \(name)")
      }
      unsafe pointer = fetched
    }
  }
}
