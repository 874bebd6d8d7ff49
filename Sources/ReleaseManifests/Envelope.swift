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
  ///
  /// First every signature is tried under the key that it names, then the others under every key that is left: a lie in
  /// `keyid` costs time and nothing else. Each attempt reads the whole payload, so that there is an end to them: what
  /// strangers pad an envelope with takes seconds, not minutes.
  package func signers(among keys: [PublicKey]) -> [PublicKey] {
    var search = SignerSearch(message: preAuthenticationEncoding)
    let named = Dictionary(keys.map { ($0.keyID.hex, $0) }) { first, _ in first }
    let rest = signatures.filter { signature in
      named[signature.keyID].map { search.finds($0, behind: signature) } != true
    }
    for signature in rest {
      _ = keys.contains { search.finds($0, behind: signature) }
    }
    return search.signers
  }
}

/// The keys that were found behind the signatures of one message.
private struct SignerSearch {
  private let message: [UInt8]
  private var attemptsLeft: Int
  private(set) var signers: [PublicKey] = []

  /// How many bytes may be hashed in all: a second or two.
  private static let mostBytes = 2 << 30

  init(message: [UInt8]) {
    self.message = message
    attemptsLeft = max(2 * Envelope.maximumSignatures, Self.mostBytes / max(1, message.count))
  }

  /// Returns whether a key that was not found yet made a signature, and remembers it.
  mutating func finds(_ key: PublicKey, behind signature: Envelope.Signature) -> Bool {
    guard attemptsLeft > 0, !signers.contains(key) else { return false }
    attemptsLeft -= 1
    guard key.isValid(signature: signature.bytes, for: message) else { return false }
    signers.append(key)
    return true
  }
}
