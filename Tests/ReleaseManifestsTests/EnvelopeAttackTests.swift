import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Attacks on the envelope") struct EnvelopeAttackTests {
  private static let end = "]}\n"

  static let text = [
    Mutation("UTF-16, big end first", .envelopeText(.unexpectedByte(0))) {
      try $0.envelope().bytes.flatMap { [0, $0] }
    },
    Mutation(
      "a signature twice in its entry", .envelopeText(.duplicateKey("sig")), envelope: end,
      to: #",{"sig":"AA==","sig":"AQ=="}]}"#),
    Mutation(
      "a signature twice, once with an escape", .envelopeText(.duplicateKey("sig")), envelope: end,
      to: #",{"sig":"AA==","s\u0069g":"AQ=="}]}"#),
    Mutation(
      "a key id twice in its entry", .envelopeText(.duplicateKey("keyid")), envelope: end,
      to: #",{"keyid":"a","sig":"","keyid":"b"}]}"#),
    Mutation(
      "a key twice in what is ignored", .envelopeText(.duplicateKey("x")), envelope: end,
      to: #"],"note":[{"x":1,"x":1}]}"#),
    Mutation(
      "an overlong solidus in what is ignored", .envelopeText(.invalidUTF8),
      bytes: { shop in
        try Array(#"{"note":""#.utf8) + [0xC0, 0xAF] + Array(#"",""#.utf8)
          + shop.envelope().bytes.dropFirst(2)
      }),
    Mutation(
      "a raw line end in what is ignored", .envelopeText(.controlCharacter), envelope: end,
      to: "],\"note\":\"\n\"}"),
    Mutation(
      "a number that is none in what is ignored", .envelopeText(.unexpectedByte(UInt8(ascii: "N"))),
      envelope: end, to: #"],"note":NaN}"#),
    Mutation("33 levels", .envelopeText(.tooDeep), envelope: end, to: nested(32)),
  ]

  static let shape = [
    Mutation(
      "null for the payload", .envelope(.shape(found(.null, insteadOf: .string, at: .key("payload")))),
      bytes: { _ in Array(#"{"payloadType":"","payload":null,"signatures":[{"sig":""}]}"#.utf8) }),
    Mutation(
      "null for a signature",
      .envelope(.shape(found(.null, insteadOf: .string, at: .key("signatures"), .index(2), .key("sig")))),
      envelope: end, to: #",{"sig":null}]}"#),
    Mutation(
      "a signature that is no object",
      .envelope(.shape(found(.string, insteadOf: .object, at: .key("signatures"), .index(2)))),
      envelope: end, to: #","AAAA"]}"#),
    Mutation(
      "the payload under a name in capitals", .envelope(.shape(missing(.key("payload")))),
      envelope: #","payload":"#, to: #","Payload":"#),
    type("a blank after the type", PayloadType.statement + " "),
    type("a parameter after the type", PayloadType.statement + ";charset=utf-8"),
    type("a type for a predicate", "application/vnd.in-toto.release+json"),
    type("no type", ""),
    type(
      "a type that ends in NUL", PayloadType.statement + "\0", written: PayloadType.statement + #"\u0000"#),
  ]

  static let signatures = [
    Mutation("the neutral element for R and nothing for S", signatureBytes: { _ in [1] + zeros(63) }),
    Mutation("a payload taken away", .signature(of: 2)) { shop in
      rawEnvelope([], try shop.envelope().signatures.map { ($0.keyID, $0.bytes) })
    },
    Mutation("a byte more after the payload", .signature(of: 2)) { shop in
      rawEnvelope(
        shop.manifest.statement.bytes + [0x20], try shop.envelope().signatures.map { ($0.keyID, $0.bytes) })
    },
    Mutation("one signature under 64 key ids", .threshold(met: 1)) { shop in
      let bytes = try shop.envelope(signedBy: .alice).signatures[0].bytes
      return rawEnvelope(shop.manifest.statement.bytes, (0..<64).map { ("\($0)", bytes) })
    },
  ]

  @Test(arguments: text + shape + signatures)
  func `one change is enough`(mutation: Mutation) throws {
    let shop = try Workshop()
    let verdict = shop.verdict(on: try mutation.bytes(shop))
    #expect(verdict.faults == mutation.faults)
    #expect(verdict.verified == nil)
  }

  static let harmless = [
    Mutation("32 levels", nil, envelope: end, to: nested(31)),
    Mutation("an escaped solidus in the type", nil, envelope: "application/", to: #"application\/"#),
    Mutation(
      "an unknown member named almost as the payload", nil, envelope: end, to: #"],"Payload":"e30="}"#),
    Mutation(
      "unknown members that differ by normalisation alone", nil, envelope: end,
      to: "],\"caf\u{E9}\":1,\"cafe\u{301}\":2}"),
    Mutation(
      "key ids that differ by normalisation alone", nil, envelope: end,
      to: ",{\"keyid\":\"\u{212A}\",\"sig\":\"\"},{\"keyid\":\"K\",\"sig\":\"\"}]}"),
    Mutation("key ids in capitals", nil) { shop in
      rawEnvelope(
        shop.manifest.statement.bytes,
        try shop.envelope().signatures.map { ($0.keyID.uppercased(), $0.bytes) })
    },
    Mutation("62 worthless signatures before the good ones", nil) { shop in
      let worthless = (0..<62).map { ("\($0)", [UInt8(1)] + zeros(63)) }
      let good = try shop.envelope().signatures.map { ($0.keyID, $0.bytes) }
      return rawEnvelope(shop.manifest.statement.bytes, worthless + good)
    },
  ]

  @Test(arguments: harmless) func `what decides nothing may be changed`(mutation: Mutation) throws {
    let shop = try Workshop()
    let verdict = shop.verdict(on: try mutation.bytes(shop))
    #expect(verdict.faults == [])
    #expect(verdict.verified?.manifest == shop.manifest)
  }

  @Test func `a stranger's signature under a signer's id is told from those that count`() throws {
    let shop = try Workshop()
    let stranger = try shop.envelope(signedBy: .stranger).signatures[0].bytes
    let good = try shop.envelope().signatures.map { ($0.keyID, $0.bytes) }
    let carol = try Signer.carol.key().publicKey.keyID.hex
    let verdict = shop.verdict(on: rawEnvelope(shop.manifest.statement.bytes, [(carol, stranger)] + good))
    #expect(verdict.signers == (try [Signer.alice, .bob].map { try $0.key().publicKey }))
    #expect(verdict.verified?.envelope.signatures.count == 3)
  }

  private static func type(_ name: String, _ type: String, written: String? = nil) -> Mutation {
    Mutation(name, .envelope(.payloadType(type)), envelope: PayloadType.statement, to: written ?? type)
  }

  /// The end of an envelope with a member of so many levels within it.
  private static func nested(_ levels: Int) -> String {
    #"],"note":"# + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "}"
  }
}

/// Returns bytes that are zero.
private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
