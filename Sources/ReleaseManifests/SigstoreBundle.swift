internal import ReleaseSigning
internal import StrictJSON

/// A manifest in the form that sigstore's tools read: one envelope, one signature, and a hint at its key.
///
/// Source: sigstore/protobuf-specs, sigstore_bundle.proto, media type `application/vnd.dev.sigstore.bundle.v0.3+json`.
package struct SigstoreBundle: Sendable {
  /// The bundle as one line of JSON.
  package let bytes: [UInt8]

  /// Why there is no bundle.
  package enum Problem: Error, Hashable {
    /// The manifest was accepted without a signature of a key that is known here.
    case noSigner
  }

  /// Wraps a manifest with the signature of the first key that counted.
  ///
  /// - Throws: `Problem`.
  package init(_ verified: VerifiedManifest) throws(Problem) {
    let envelope = verified.envelope
    guard let signer = verified.signers.first,
      let signature = envelope.signatures.first(where: {
        signer.isValid(signature: $0.bytes, for: envelope.preAuthenticationEncoding)
      })
    else { throw .noSigner }
    let hint = JSONValue.string(Base64.encode(signer.keyID.digest.bytes))
    let document: JSONValue = [
      "mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
      "verificationMaterial": ["publicKey": ["hint": hint], "tlogEntries": []],
      "dsseEnvelope": [
        "payload": .string(Base64.encode(envelope.payload)), "payloadType": .string(envelope.payloadType),
        "signatures": [["sig": .string(Base64.encode(signature.bytes)), "keyid": hint]],
      ],
    ]
    bytes = document.bytes + [UInt8(ascii: "\n")]
  }
}
