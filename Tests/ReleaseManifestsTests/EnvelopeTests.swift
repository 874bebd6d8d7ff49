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

  @Test func `a signature that bears a key's id in vain loses it to the key`() throws {
    let (shop, alice) = (try Workshop(), try Signer.alice.key())
    let forged = rawEnvelope(shop.manifest.statement.bytes, [(alice.publicKey.keyID.hex, [1]), ("x", [2])])
    var envelope = try Envelope(parsing: forged, expecting: PayloadType.statement)
    try envelope.sign(with: alice)
    #expect(try Envelope(parsing: envelope.bytes, expecting: PayloadType.statement) == envelope)
    #expect(envelope.signatures.map(\.keyID) == ["", "x", alice.publicKey.keyID.hex])
  }

  @Test func `somebody's good signature is kept when its id was lied about`() throws {
    let (shop, alice, bob) = (try Workshop(), try Signer.alice.key(), try Signer.bob.key())
    var envelope = shop.manifest.statement.envelope
    let good = try bob.sign(envelope.preAuthenticationEncoding)
    let lying = rawEnvelope(shop.manifest.statement.bytes, [(alice.publicKey.keyID.hex, good)])
    envelope = try Envelope(parsing: lying, expecting: PayloadType.statement)
    try envelope.sign(with: alice)
    #expect(
      Set(envelope.signers(among: [alice.publicKey, bob.publicKey])) == [alice.publicKey, bob.publicKey])
  }

  @Test func `an envelope takes no more signatures than are read`() throws {
    let (shop, alice) = (try Workshop(), try Signer.alice.key())
    let junk = (0..<64).map { (keyID: "k\($0)", bytes: [UInt8($0)]) }
    let full = rawEnvelope(shop.manifest.statement.bytes, junk)
    var envelope = try Envelope(parsing: full, expecting: PayloadType.statement)
    #expect(throws: EnvelopeError.signatureCount(65)) { try envelope.sign(with: alice) }
  }

  @Test func `one key given twice is one signer`() throws {
    let envelope = try Workshop().envelope(signedBy: .alice, .bob)
    let keys = try [Signer.bob, .alice, .alice, .carol].map { try $0.key().publicKey }
    #expect(envelope.signers(among: keys) == [keys[1], keys[0]])
  }
}
