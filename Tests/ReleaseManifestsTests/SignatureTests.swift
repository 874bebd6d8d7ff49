import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("Signatures of manifests") struct SignatureTests {
  static let lengths = [
    Mutation("one byte short", signatureBytes: { $0.dropLast() }),
    Mutation("one byte long", signatureBytes: { $0 + [0] }),
    Mutation("empty", signatureBytes: { _ in [] }),
    Mutation("twice itself", signatureBytes: { $0 + $0 }),
    Mutation("wrapped in DER", signatureBytes: { [0x04, 0x40] + $0 }),
    Mutation("nothing but zeros", signatureBytes: { _ in [UInt8](repeating: 0, count: 64) }),
    Mutation("a bit flipped in R", signatureBytes: { [$0[0] ^ 1] + $0.dropFirst() }),
    Mutation("a bit flipped in S", signatureBytes: { $0.dropLast() + [$0[63] ^ 1] }),
    Mutation("S and the order of the group", signatureBytes: addingGroupOrder),
  ]

  static let messages = [
    Mutation("the payload alone", signing: { $0.manifest.statement.bytes }),
    Mutation(
      "the base64 text of the payload", signing: { Array(Base64.encode($0.manifest.statement.bytes).utf8) }),
    Mutation("a payload of another type", signing: { encoding(type: PayloadType.trustRoot, $0.payload) }),
    Mutation("a length in characters", signing: { encoding(length: "\($0.payload.count)", $0.payload) }),
    Mutation(
      "a length with a leading zero", signing: { encoding(length: "0\($0.payload.utf8.count)", $0.payload) }),
    Mutation(
      "a length one too great", signing: { encoding(length: "\($0.payload.utf8.count + 1)", $0.payload) }),
    Mutation("a later version of the encoding", signing: { encoding(prefix: "DSSEv2", $0.payload) }),
    Mutation("a line end after it", signing: { encoding($0.payload + "\n") }),
    Mutation("the digest of it", signing: { Digest.sha256(encoding($0.payload)).bytes }),
  ]

  static let signers = [
    Mutation("a stranger's key", .signature(of: 1)) { try $0.envelope(signedBy: .stranger).bytes },
    Mutation("keys of other roles", .signature(of: 3)) {
      try $0.envelope(signedBy: .owner, .scribe, .pusher).bytes
    },
    Mutation("one release key", .threshold(met: 1)) { try $0.envelope(signedBy: .alice).bytes },
    Mutation("one release key and a stranger's", .threshold(met: 1)) {
      try $0.envelope(signedBy: .stranger, .carol).bytes
    },
    Mutation("one signature under two key ids", .threshold(met: 1)) { shop in
      let bytes = try shop.envelope().signatures[0].bytes
      let ids = try [Signer.alice, .bob].map { try $0.key().publicKey.keyID.hex }
      return rawEnvelope(shop.manifest.statement.bytes, ids.map { ($0, bytes) })
    },
    Mutation("one signature twice without key ids", .threshold(met: 1)) { shop in
      let bytes = try shop.envelope().signatures[0].bytes
      return rawEnvelope(shop.manifest.statement.bytes, [("", bytes), ("", bytes)])
    },
    Mutation("the signatures of another manifest", .signature(of: 2)) { shop in
      var other = shop
      other.manifest.version = try Version(parsing: "1.5.1")
      let signatures = try other.envelope().signatures.map { ($0.keyID, $0.bytes) }
      return rawEnvelope(shop.manifest.statement.bytes, signatures)
    },
    Mutation("a payload changed after signing", .signature(of: 2)) { shop in
      let payload = try edit(shop.payload, #""channel":"stable""#, #""channel":"canary""#)
      return rawEnvelope(Array(payload.utf8), try shop.envelope().signatures.map { ($0.keyID, $0.bytes) })
    },
  ]

  @Test(arguments: lengths) func `a signature of other bytes does not count`(mutation: Mutation) throws {
    let shop = try Workshop()
    #expect(shop.verdict(on: try mutation.bytes(shop)).faults == mutation.faults)
  }

  @Test(arguments: messages) func `a signature over something else does not count`(mutation: Mutation) throws
  {
    let shop = try Workshop()
    #expect(shop.verdict(on: try mutation.bytes(shop)).faults == mutation.faults)
  }

  @Test func `the encoding that those differ from is the one that counts`() throws {
    let mutation = Mutation("none", signing: { encoding($0.payload) })
    let shop = try Workshop()
    #expect(shop.verdict(on: try mutation.bytes(shop)).faults == [])
  }

  @Test(arguments: signers) func `what counts is distinct keys of the role`(mutation: Mutation) throws {
    let shop = try Workshop()
    let verdict = shop.verdict(on: try mutation.bytes(shop))
    #expect(verdict.faults == mutation.faults)
    #expect(verdict.verified == nil)
  }

  @Test func `a refused payload is not looked at`() throws {
    let bytes = rawEnvelope(Array("no JSON".utf8), [("", [UInt8](repeating: 1, count: 64))])
    #expect(try Workshop().verdict(on: bytes).faults == [.signature(of: 1)])
  }

  static let harmless = [
    Mutation("key ids exchanged", nil) { shop in
      let pairs = try shop.envelope().signatures
      return rawEnvelope(
        shop.manifest.statement.bytes, [(pairs[1].keyID, pairs[0].bytes), (pairs[0].keyID, pairs[1].bytes)])
    },
    Mutation("key ids of nobody", nil) { shop in
      let signatures = try shop.envelope().signatures.enumerated().map { ("\($0)", $1.bytes) }
      return rawEnvelope(shop.manifest.statement.bytes, signatures)
    },
    Mutation("key ids left empty", nil) { shop in
      rawEnvelope(shop.manifest.statement.bytes, try shop.envelope().signatures.map { ("", $0.bytes) })
    },
    Mutation("a stranger's signature first", nil) {
      try $0.envelope(signedBy: .stranger, .alice, .bob).bytes
    },
    Mutation("a third signature that is none", nil, envelope: "]}\n", to: #",{"sig":"AAAA"}]}"#),
    Mutation("a third signature without a key id", nil, envelope: "]}\n", to: #",{"keyid":null,"sig":""}]}"#),
    Mutation("unknown members", nil, envelope: "]}\n", to: #"],"fileName":"x","mediaType":1}"#),
    Mutation("the URL-safe alphabet", nil) { shop in
      let envelope = text(try shop.envelope().bytes)
      let changed = urlSafe(envelope)
      try #require(changed != envelope, "there is nothing to write otherwise")
      return Array(changed.utf8)
    },
    Mutation("white space", nil) { shop in
      Array(text(try shop.envelope().bytes).replacing(",\"", with: " ,\r\n\t\"").utf8)
    },
  ]

  @Test(arguments: harmless) func `what is not signed decides nothing`(mutation: Mutation) throws {
    let shop = try Workshop()
    let verdict = shop.verdict(on: try mutation.bytes(shop))
    #expect(verdict.verified?.manifest == shop.manifest)
    #expect(verdict.verified?.digest == .sha256(shop.manifest.statement.bytes))
    #expect(Set(verdict.signers) == Set(try [Signer.alice.key().publicKey, Signer.bob.key().publicKey]))
  }

  @Test func `any one of bare keys is enough`() throws {
    let bytes = try Workshop().envelope(signedBy: .stranger).bytes
    let trust = ManifestVerifier.Trust.keys(try [Signer.alice, .stranger].map { try $0.key().publicKey })
    let verdict = ManifestVerifier(trusting: trust, at: Workshop.now).verify(bytes)
    #expect(verdict.verified?.signers == (try [Signer.stranger.key().publicKey]))
    let nobody = ManifestVerifier(trusting: .keys([]), at: Workshop.now).verify(bytes)
    #expect(nobody.refusals == [.signatureUntrusted(signatures: 1, role: nil)])
  }

  /// Returns a signature of the same meaning whose S is not the least: little-endian addition of
  /// 2^252 + 27742317777372353535851937790883648493 to its second half.
  private static func addingGroupOrder(to signature: [UInt8]) -> [UInt8] {
    let order: [UInt8] =
      [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14]
      + [UInt8](repeating: 0, count: 15) + [0x10]
    var carry: UInt16 = 0
    let sum = zip(signature[32...], order).map { digit, other -> UInt8 in
      carry = carry >> 8 + UInt16(digit) + UInt16(other)
      return UInt8(truncatingIfNeeded: carry)
    }
    return signature[..<32] + sum
  }
}

/// Returns the encoding that is signed, with any of its parts exchanged.
private func encoding(
  prefix: String = "DSSEv1", type: String = PayloadType.statement, length: String? = nil, _ payload: String
) -> [UInt8] {
  let length = length ?? "\(payload.utf8.count)"
  return Array("\(prefix) \(type.utf8.count) \(type) \(length) \(payload)".utf8)
}

/// Returns an envelope whose base64 texts are written with the other alphabet; nothing else in it has a `+` or `/` but
/// the payload type.
private func urlSafe(_ envelope: String) -> String {
  let (head, tail) = (envelope.prefix { $0 != "," }, envelope.drop { $0 != "," })
  return String(head) + tail.replacing("+", with: "-").replacing("/", with: "_")
}
