package import ReleaseSigning
internal import StrictJSON

/// A DSSE envelope: bytes, what they are, and signatures over both.
///
/// Form: `{"payloadType":…,"payload":<base64>,"signatures":[{"keyid":…,"sig":<base64>}]}`, one compact line.
/// Nothing in it is to be believed before `signers(among:)` has spoken.
///
/// Source: DSSE v1.0.2, envelope.md and protocol.md.
package struct Envelope: Hashable, Sendable {
  /// What the payload is; it is signed along with it.
  package let payloadType: String
  /// The bytes that are signed.
  package let payload: [UInt8]
  /// The signatures, in the order in which they stand.
  package private(set) var signatures: [Signature]

  /// A signature and a hint at the key that made it.
  package struct Signature: Hashable, Sendable {
    /// Which key is said to have signed: never trusted, only an order in which to try keys.
    package let keyID: String
    /// The 64 bytes of the signature, or whatever stands there.
    package let bytes: [UInt8]
  }

  /// Wraps a payload that nobody has signed yet.
  package init(payloadType: String, payload: [UInt8]) {
    self.payloadType = payloadType
    self.payload = payload
    signatures = []
  }

  init(payloadType: String, payload: [UInt8], signatures: [Signature]) {
    self.payloadType = payloadType
    self.payload = payload
    self.signatures = signatures
  }

  /// SHA-256 of the payload: what the document is called; signatures do not change it.
  package var payloadDigest: Digest { Digest.sha256(payload) }

  /// What is signed: `"DSSEv1 " len(type) " " type " " len(payload) " " payload`.
  ///
  /// Source: DSSE v1.0.2, protocol.md, "Signature Definition".
  package var preAuthenticationEncoding: [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  /// Adds the signature of a key, unless a good one of it is there already.
  ///
  /// A signature of somebody else that bears the key's id loses it: two of an id would make the envelope unreadable.
  ///
  /// - Throws: `EnvelopeError.signatureCount` when there are as many as can be read, what the signer throws.
  package mutating func sign(with key: any Signer) throws {
    guard signers(among: [key.publicKey]).isEmpty else { return }
    guard signatures.count < Self.maximumSignatures else {
      throw EnvelopeError.signatureCount(signatures.count + 1)
    }
    let bytes = try key.sign(preAuthenticationEncoding)
    let keyID = key.publicKey.keyID.hex
    signatures = signatures.map { other in
      other.keyID.utf8.elementsEqual(keyID.utf8) ? Signature(keyID: "", bytes: other.bytes) : other
    }
    signatures.append(Signature(keyID: keyID, bytes: bytes))
  }

  /// Returns which of some keys made a good signature here: each distinct key once.
  package func signers(among keys: [PublicKey]) -> [PublicKey] {
    let message = preAuthenticationEncoding
    var signers: [PublicKey] = []
    for signature in signatures {
      let untried = keys.filter { !signers.contains($0) }
      let likelyFirst =
        untried.filter { $0.keyID.hex == signature.keyID }
        + untried.filter { $0.keyID.hex != signature.keyID }
      if let signer = likelyFirst.first(where: { $0.isValid(signature: signature.bytes, for: message) }) {
        signers.append(signer)
      }
    }
    return signers
  }
}
