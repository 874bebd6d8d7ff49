import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Attacks on the keys of a trust root") struct TrustKeyAttackTests {
  static let keyIDs = [
    keyID("in capitals") { $0.uppercased() }, keyID("cut by a digit") { String($0.dropLast()) },
    keyID("with a digit more") { $0 + "0" }, keyID("with its algorithm") { "sha256:" + $0 },
    keyID("with a blank") { $0 + " " }, keyID("without digits") { _ in "" },
  ]

  private static let ledger = #""ledger":{"keyids":["#
  private static let list = JSONPath.Step.key("keyids")

  static let lists = [
    RootMutation(
      "a key id that is a number", .shape(found(.integer, insteadOf: .string, at: list, .index(0))), ledger,
      to: ledger + "1,"),
    RootMutation(
      "key ids in one text", .shape(found(.string, insteadOf: .array, at: list)), ledger,
      to: #""ledger":{"keyids":"","x":["#),
    RootMutation(
      "null for the key ids", .shape(found(.null, insteadOf: .array, at: list)), ledger,
      to: #""ledger":{"keyids":null,"x":["#),
  ]

  @Test(arguments: keyIDs + lists) func `one change is enough`(mutation: RootMutation) throws {
    let changed = try mutation.text(text(TrustRoot.sample().bytes))
    #expect(throws: mutation.error) { try TrustRoot(parsing: Array(changed.utf8)) }
  }

  /// Each stands under its own digest, so that nothing but its form is wrong.
  @Test(arguments: [
    ("a byte more", "302a300506032b6570032100\(hex("1", 64))00"),
    ("a byte less", "302a300506032b6570032100\(hex("1", 62))"),
    ("NULL for parameters", "302c300706032b65700500032100\(hex("1", 64))"),
    ("a length in two bytes", "30812a300506032b6570032100\(hex("1", 64))"),
    ("a length without end", "3080300506032b6570032100\(hex("1", 64))0000"),
    ("an unused bit", "302a300506032b6570032101\(hex("1", 64))"),
    ("X25519", "302a300506032b656e032100\(hex("1", 64))"),
    ("X448", "302a300506032b656f032100\(hex("1", 64))"),
    ("Ed448", "3043300506032b6571033a00\(hex("1", 114))"),
    ("an OID of nobody", "302a300506032b657f032100\(hex("1", 64))"),
    ("the point alone", hex("1", 64)), ("nothing", ""),
  ]) func `a key has one spelling`(name: String, der: String) throws {
    let der = try #require(Hex.decode(der))
    try expectRefusal(ofPublic: Base64.encode(der), under: Digest.sha256(der).hex)
  }

  @Test func `a key is neither PEM nor a text of unused bits`() throws {
    let key = try Signer.stranger.key().publicKey
    try expectRefusal(ofPublic: Base64.encode(Array(key.pem.utf8)), under: key.keyID.hex)
    let text = Base64.encode(key.spki)
    try expectRefusal(ofPublic: text + "=", under: key.keyID.hex)
    try expectRefusal(ofPublic: " " + text, under: key.keyID.hex)
  }

  private func expectRefusal(ofPublic key: String, under id: String) throws {
    let changed = try edit(
      text(TrustRoot.sample().bytes), #""keys":{"#, #""keys":{"\#(id)":{"public":"\#(key)"},"#)
    #expect(throws: StatementError.field("public", value: key)) {
      try TrustRoot(parsing: Array(changed.utf8))
    }
  }

  private static func keyID(
    _ name: String, change: @escaping @Sendable (String) -> String
  ) -> RootMutation {
    RootMutation("a key id \(name) in a role", .field("roles.ledger.keyids", value: "")) { text in
      let id = try Signer.scribe.key().publicKey.keyID.hex
      return try edit(text, #"["\#(id)""#, #"["\#(change(id))""#)
    }
  }
}
