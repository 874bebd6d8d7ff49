/// Whoever signs: a private key in our memory, or one that an agent or another program keeps.
package protocol Signer: Sendable {
  /// The half of the key that others verify with.
  var publicKey: PublicKey { get }

  /// Returns the 64 bytes of the signature over a message, which has been verified.
  func sign(_ message: [UInt8]) throws -> [UInt8]
}

extension PrivateKey: Signer {}

/// A key that is kept elsewhere: what it answers is believed only when it verifies.
package struct ExternalSigner: Signer {
  package let publicKey: PublicKey
  private let request: @Sendable ([UInt8]) throws -> [UInt8]

  /// A signer that is asked by a closure.
  package init(_ publicKey: PublicKey, asking request: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
    self.publicKey = publicKey
    self.request = request
  }

  /// - Throws: ``SignerError``, and what the closure throws.
  package func sign(_ message: [UInt8]) throws -> [UInt8] {
    let signature = try request(message)
    guard signature.count == PublicKey.signatureByteCount else {
      throw SignerError.length(signature.count)
    }
    guard publicKey.isValid(signature: signature, for: message) else {
      throw SignerError.otherKey(expected: [publicKey.keyID])
    }
    return signature
  }
}

/// Why the answer of an external signer is no signature of ours.
package enum SignerError: Error, Hashable, Sendable {
  /// It has this many bytes, not 64.
  case length(Int)
  /// It does not verify under any of the keys that were expected.
  case otherKey(expected: [KeyID])
}
