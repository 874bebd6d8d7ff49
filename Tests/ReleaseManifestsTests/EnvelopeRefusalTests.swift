import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Refusals of the envelope") struct EnvelopeRefusalTests {
  private static let start = #"{"payloadType""#
  private static let end = "]}\n"

  static let json = [
    Mutation(
      "a second payload before the signed one", .envelopeText(.duplicateKey("payload")), envelope: start,
      to: #"{"payload":"e30=","payloadType""#),
    Mutation(
      "a second payload after the signed one", .envelopeText(.duplicateKey("payload")), envelope: end,
      to: #"],"payload":"e30="}"#),
    Mutation(
      "a second payload under an escaped key", .envelopeText(.duplicateKey("payload")), envelope: end,
      to: #"],"p\u0061yload":"e30="}"#),
    Mutation(
      "a second payload type", .envelopeText(.duplicateKey("payloadType")), envelope: end,
      to: #"],"payloadType":"text/plain"}"#),
    Mutation(
      "a second list of signatures", .envelopeText(.duplicateKey("signatures")), envelope: end,
      to: #"],"signatures":[]}"#),
    Mutation(
      "an unpaired surrogate in an unknown member", .envelopeText(.loneSurrogate), envelope: end,
      to: #"],"note":"\ud800"}"#),
    Mutation("a second document", .envelopeText(.trailingBytes), envelope: end, to: "]}{}"),
    Mutation("letters after the document", .envelopeText(.trailingBytes), envelope: end, to: "]}x"),
    Mutation("a comma after the last member", .envelopeText(.trailingComma), envelope: end, to: "],}"),
    Mutation("a cut end", .envelopeText(.unexpectedEnd), envelope: end, to: "]"),
    Mutation(
      "a member 100,000 levels deep", .envelopeText(.tooDeep), envelope: end,
      to: #"],"note":"# + String(repeating: "[", count: 100_000)),
    Mutation("a byte order mark", .envelopeText(.byteOrderMark)) {
      try [0xEF, 0xBB, 0xBF] + $0.envelope().bytes
    },
    Mutation("UTF-16", .envelopeText(.unexpectedByte(0))) { try $0.envelope().bytes.flatMap { [$0, 0] } },
    Mutation("UTF-16 with its mark", .envelopeText(.byteOrderMark)) {
      try [0xFF, 0xFE] + $0.envelope().bytes.flatMap { [$0, 0] }
    },
    Mutation("a byte that is no UTF-8", .envelopeText(.invalidUTF8)) {
      try Array(#"{"note":""#.utf8) + [0xFF] + Array(#"",""#.utf8) + $0.envelope().bytes.dropFirst(2)
    },
    Mutation("one byte more than 8 MiB", .envelopeText(.tooLarge)) { shop in
      let bytes = try shop.envelope().bytes
      return bytes + [UInt8](repeating: 0x20, count: (8 << 20) + 1 - bytes.count)
    },
    Mutation("no bytes at all", .envelopeText(.unexpectedEnd)) { _ in [] },
  ]

  static let shape = [
    Mutation("a list around it", .envelope(.shape(found(.array, insteadOf: .object)))) {
      try [UInt8(ascii: "[")] + $0.envelope().bytes + [UInt8(ascii: "]")]
    },
    Mutation(
      "no payload type", .envelope(.shape(missing(.key("payloadType")))), envelope: start, to: #"{"type""#),
    Mutation(
      "no payload", .envelope(.shape(missing(.key("payload")))), envelope: #","payload":"#, to: #","body":"#),
    Mutation(
      "no signatures", .envelope(.shape(missing(.key("signatures")))), envelope: #""signatures""#,
      to: #""signature""#),
    Mutation(
      "signatures in an object", .envelope(.shape(found(.object, insteadOf: .array, at: .key("signatures"))))
    ) {
      _ in Array(#"{"payloadType":"","payload":"","signatures":{}}"#.utf8)
    },
    Mutation(
      "a number for a payload", .envelope(.shape(found(.integer, insteadOf: .string, at: .key("payload"))))
    ) {
      _ in Array(#"{"payloadType":"","payload":1,"signatures":[]}"#.utf8)
    },
    Mutation(
      "a number for a key id",
      .envelope(
        .shape(found(.integer, insteadOf: .string, at: .key("signatures"), .index(2), .key("keyid")))),
      envelope: end, to: #",{"keyid":1,"sig":""}]}"#),
    Mutation(
      "an entry without a signature",
      .envelope(.shape(missing(.key("signatures"), .index(2), .key("sig")))), envelope: end,
      to: #",{"keyid":""}]}"#),
    Mutation("no signature in the list", .envelope(.signatureCount(0))) { try $0.repeating(0) },
    Mutation("65 signatures", .envelope(.signatureCount(65))) { try $0.repeating(65) },
    Mutation(
      "another type than that of a statement", .envelope(.payloadType(PayloadType.trustRoot)),
      envelope: PayloadType.statement, to: PayloadType.trustRoot),
    Mutation(
      "a type in capitals", .envelope(.payloadType("Application/vnd.in-toto+json")), envelope: "application",
      to: "Application"),
    Mutation("one key id twice", .envelope(.repeatedKeyID("a"))) { shop in
      rawEnvelope(shop.manifest.statement.bytes, [("a", [1]), ("b", [2]), ("a", [3])])
    },
  ]

  private static let noBase64 = Fault.envelope(.notBase64(field: "sig"))

  /// A signature has 64 bytes and so 86 digits, the last of which has four bits to spare, and two pads.
  static let base64 = [
    Mutation("unused bits that are set", noBase64, signature: { $0.dropLast(3) + "B==" }),
    Mutation("no padding", noBase64, signature: { String($0.dropLast(2)) }),
    Mutation("half the padding", noBase64, signature: { String($0.dropLast(1)) }),
    Mutation("too much padding", noBase64, signature: { $0 + "=" }),
    Mutation("four pads more", noBase64, signature: { $0 + "====" }),
    Mutation("padding in the middle", noBase64, signature: { "AA==" + $0 }),
    Mutation("data after the padding", noBase64, signature: { $0 + "AAAA" }),
    Mutation("a line end within", noBase64, signature: { $0.prefix(40) + #"\n"# + $0.dropFirst(40) }),
    Mutation("a blank in place of a digit", noBase64, signature: { " " + $0.dropFirst() }),
    Mutation("an exclamation mark in place of a digit", noBase64, signature: { "!" + $0.dropFirst() }),
    Mutation("digits of both alphabets", noBase64, signature: { "+_" + $0.dropFirst(2) }),
    Mutation(
      "digits of both alphabets in the payload", .envelope(.notBase64(field: "payload")),
      payload: { "/-" + $0.dropFirst(2) }),
    Mutation(
      "a payload cut within its digits", .envelope(.notBase64(field: "payload")),
      payload: { String($0.dropLast()) }),
  ]

  @Test(arguments: json + shape + base64) func `one flaw in the envelope is enough`(mutation: Mutation) throws
  {
    let shop = try Workshop()
    let verdict = shop.verdict(on: try mutation.bytes(shop))
    #expect(verdict.faults == mutation.faults)
    #expect(verdict.envelope == nil)
  }

  @Test func `without a flaw the same envelope is accepted`() throws {
    let shop = try Workshop()
    let verdict = shop.verdict(on: try shop.envelope().bytes)
    #expect(verdict.faults == [])
    #expect(verdict.verified?.manifest == shop.manifest)
    #expect(verdict.signers == (try [Signer.alice.key().publicKey, Signer.bob.key().publicKey]))
    #expect(verdict.required == 2)
  }

  @Test func `64 signatures are read, and so are 8 MiB`() throws {
    let shop = try Workshop()
    #expect(shop.verdict(on: try shop.repeating(64)).faults == [.signature(of: 64)])
    let bytes = try shop.envelope().bytes
    let padding = [UInt8](repeating: 0x20, count: (8 << 20) - bytes.count)
    #expect(shop.verdict(on: bytes + padding).faults == [])
  }
}

extension Workshop {
  /// The manifest under so many signatures that nobody made.
  fileprivate func repeating(_ count: Int) throws -> [UInt8] {
    rawEnvelope(manifest.statement.bytes, (0..<count).map { ("\($0)", [UInt8]()) })
  }
}
