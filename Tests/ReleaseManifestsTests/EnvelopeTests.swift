import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Envelopes") struct EnvelopeTests {
  /// DSSE v1.0.2, protocol.md, "Test Vectors".
  @Test func `the encoding of the specification's example comes out`() {
    let envelope = Envelope(payloadType: "http://example.com/HelloWorld", payload: Array("hello world".utf8))
    #expect(
      text(envelope.preAuthenticationEncoding) == "DSSEv1 29 http://example.com/HelloWorld 11 hello world")
  }

  @Test func `lengths are counted in bytes`() {
    let envelope = Envelope(payloadType: "é", payload: Array("€".utf8))
    #expect(text(envelope.preAuthenticationEncoding) == "DSSEv1 2 é 3 €")
    #expect(Envelope(payloadType: "", payload: []).preAuthenticationEncoding == Array("DSSEv1 0  0 ".utf8))
  }

  @Test func `an envelope is one line with the three members of DSSE`() throws {
    var envelope = Envelope(payloadType: "t", payload: Array("hello".utf8))
    try envelope.sign(with: Signer.alice.key())
    let (keyID, signature) = (envelope.signatures[0].keyID, Base64.encode(envelope.signatures[0].bytes))
    #expect(
      text(envelope.bytes) == """
        {"payloadType":"t","payload":"aGVsbG8=","signatures":[{"keyid":"\(keyID)","sig":"\(signature)"}]}

        """)
    #expect(keyID == Digest.sha256(try Signer.alice.key().publicKey.spki).hex)
  }

  @Test func `an envelope comes back as it was written`() throws {
    let envelope = try Workshop().envelope(signedBy: .alice, .stranger)
    #expect(try Envelope(parsing: envelope.bytes, expecting: PayloadType.statement) == envelope)
  }

  @Test func `a key signs once, however often it is asked`() throws {
    var envelope = try Workshop().envelope(signedBy: .alice)
    let once = envelope
    try envelope.sign(with: Signer.alice.key())
    #expect(envelope == once)
  }

  @Test func `a key that has signed under no id does not sign again`() throws {
    let shop = try Workshop()
    let bytes = rawEnvelope(
      [1],
      [
        (
          "",
          try Signer.alice.key().sign(
            Envelope(payloadType: PayloadType.statement, payload: [1]).preAuthenticationEncoding)
        )
      ])
    var envelope = try Envelope(parsing: bytes, expecting: PayloadType.statement)
    try envelope.sign(with: Signer.alice.key())
    #expect(envelope.signatures.count == 1)
    #expect(shop.root.accepts(envelope, for: .release, threshold: 1))
  }

  @Test func `a forgery under a key's id makes way for its signature`() throws {
    let (shop, alice) = (try Workshop(), try Signer.alice.key())
    let forged = rawEnvelope(shop.manifest.statement.bytes, [(alice.publicKey.keyID.hex, [1]), ("x", [2])])
    var envelope = try Envelope(parsing: forged, expecting: PayloadType.statement)
    try envelope.sign(with: alice)
    #expect(try Envelope(parsing: envelope.bytes, expecting: PayloadType.statement) == envelope)
    #expect(envelope.signatures.map(\.keyID) == ["x", alice.publicKey.keyID.hex])
  }

  @Test func `one key given twice is one signer`() throws {
    let envelope = try Workshop().envelope(signedBy: .alice, .bob)
    let keys = try [Signer.bob, .alice, .alice, .carol].map { try $0.key().publicKey }
    #expect(envelope.signers(among: keys) == [keys[1], keys[0]])
  }
}
