import ReleaseManifests
import ReleaseSigning
import StrictJSON
import TestSupport
import Testing

/// A trust root that holds but for one change of its text, and what is said of it.
struct RootMutation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let error: StatementError
  let text: @Sendable (String) throws -> String

  init(_ name: String, _ error: StatementError, _ old: String, to new: String) {
    self.init(name, error) { try edit($0, old, new) }
  }

  init(_ name: String, _ error: StatementError, text: @escaping @Sendable (String) throws -> String) {
    (testDescription, self.error, self.text) = (name, error, text)
  }
}

@Suite("Trust roots") struct TrustRootTests {
  private static let releaseThreshold = #""threshold":2}"#

  static let thresholds = [
    RootMutation(
      "threshold 0", .field("roles.release.threshold", value: "0"), releaseThreshold, to: #""threshold":0}"#),
    RootMutation(
      "threshold 4 of 3", .field("roles.release.threshold", value: "4"), releaseThreshold,
      to: #""threshold":4}"#),
    RootMutation(
      "threshold -1", .shape(noCount(.integer, "threshold")), releaseThreshold, to: #""threshold":-1}"#),
    RootMutation(
      "threshold true", .shape(noCount(.bool, "threshold")), releaseThreshold, to: #""threshold":true}"#),
    RootMutation(
      "threshold 2.0", .shape(noCount(.number, "threshold")), releaseThreshold, to: #""threshold":2.0}"#),
    RootMutation(
      "threshold '2'", .shape(noCount(.string, "threshold")), releaseThreshold, to: #""threshold":"2"}"#),
    RootMutation("no threshold", .field("threshold", value: ""), releaseThreshold, to: #""_":2}"#),
    RootMutation(
      "no keys for a role", .shape(missing(.key("keyids"))), #""release":{"keyids""#, to: #""release":{"ids""#
    ),
    RootMutation(
      "an empty list of keys", .field("roles.release.threshold", value: "2"), #""release":{"#,
      to: #""release":{"keyids":[],"threshold":2},"x":{"#),
  ]

  static let versions = [
    RootMutation("version 0", .field("version", value: "0"), #""version":1"#, to: #""version":0"#),
    RootMutation(
      "the last version", .field("version", value: "\(Int64.max)"), #""version":1"#,
      to: #""version":\#(Int64.max)"#),
    RootMutation("version -1", .shape(noCount(.integer, "version")), #""version":1"#, to: #""version":-1"#),
    RootMutation("version true", .shape(noCount(.bool, "version")), #""version":1"#, to: #""version":true"#),
    RootMutation("version 1.0", .shape(noCount(.number, "version")), #""version":1"#, to: #""version":1.0"#),
    RootMutation(
      "version 1e400", .shape(noCount(.number, "version")), #""version":1"#, to: #""version":1e400"#),
    RootMutation(
      "version 2^63", .shape(noCount(.number, "version")), #""version":1"#,
      to: #""version":9223372036854775808"#),
    RootMutation("version '1'", .shape(noCount(.string, "version")), #""version":1"#, to: #""version":"1""#),
  ]

  static let members = [
    RootMutation("another schema", .field("schema", value: "not 1"), #""schema":1"#, to: #""schema":2"#),
    RootMutation("no root role", .field("roles", value: "root is missing"), #""root":{"#, to: #""roots":{"#),
    RootMutation(
      "another project's letters", .field("project", value: "acme\u{2215}shop"), "acme/shop\"",
      to: "acme\u{2215}shop\""),
    RootMutation("no end", .field("expires", value: ""), #""expires""#, to: #""expired""#),
    RootMutation(
      "an end on 30 February", .field("expires", value: "2026-02-30T12:00:01Z"), "2026-03-01",
      to: "2026-02-30"),
    RootMutation(
      "an origin of two lines", .field("ledger_origin", value: "acme/shop/\nledger"), "shop/ledger",
      to: #"shop/\nledger"#),
    RootMutation(
      "a role twice", .notJSON(JSONError(offset: 0, reason: .duplicateKey("root"))), #""ledger":{"#,
      to: #""root":{"#),
  ]

  /// The id of the key of the `ledger` role.
  private static let scribe = "3774845b9147b50cf00771ca20eb29cc3043c078f79ee13ebd0c63062a133b4d"

  static let keys = [
    RootMutation("a key under another's id", .field("keys", value: hex("a", 64))) { text in
      text.replacing(try Signer.pusher.key().publicKey.keyID.hex, with: hex("a", 64))
    },
    RootMutation("a key under a second id", .field("keys", value: hex("a", 64))) { text in
      let key = Base64.encode(try Signer.alice.key().publicKey.spki)
      return try edit(text, #""keys":{"#, #""keys":{"\#(hex("a", 64))":{"public":"\#(key)"},"#)
    },
    RootMutation("an id in capitals", .field("keys", value: scribe.uppercased())) {
      $0.replacing(scribe, with: scribe.uppercased())
    },
    RootMutation("a role of a key that is not there", .field("roles.ledger.keyids", value: "")) { text in
      try edit(
        text, #""ledger":{"keyids":["\#(Signer.scribe.key().publicKey.keyID)""#,
        #""ledger":{"keyids":["\#(hex("a", 64))""#)
    },
    RootMutation("one key twice in a role", .field("roles.ledger.keyids", value: "")) { text in
      let id = try Signer.scribe.key().publicKey.keyID
      return try edit(text, #""ledger":{"keyids":["\#(id)""#, #""ledger":{"keyids":["\#(id)","\#(id)""#)
    },
  ]

  @Test(arguments: thresholds + versions + members + keys)
  func `one flaw in a root is enough`(mutation: RootMutation) throws {
    let changed = try mutation.text(text(TrustRoot.sample().bytes))
    let error = #expect(throws: StatementError.self) { try TrustRoot(parsing: Array(changed.utf8)) }
    #expect(error?.withoutOffset == mutation.error)
  }

  @Test(arguments: [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  ]) func `a key under which anybody can sign is refused`(point: String) throws {
    try expectRefusal(ofPoint: point)
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `all fourteen such keys are refused`() throws {
    struct Case: Decodable { let encoding: String }
    let cases = try SharedCases.decode([Case].self, "ed25519-small-order-keys.json")
    #expect(cases.count == 14)
    for point in cases { try expectRefusal(ofPoint: point.encoding) }
  }

  /// Puts a point under its proper id into the keys of a root that is sound otherwise.
  private func expectRefusal(ofPoint point: String) throws {
    let spki = try #require(Hex.decode("302a300506032b6570032100" + point))
    let key = #""\#(Digest.sha256(spki))":{"public":"\#(Base64.encode(spki))","name":""},"#
    let changed = try edit(text(TrustRoot.sample().bytes), #""keys":{"#, #""keys":{"# + key)
    #expect(throws: StatementError.field("public", value: Base64.encode(spki))) {
      try TrustRoot(parsing: Array(changed.utf8))
    }
  }

  @Test(arguments: [
    // 32 bytes without their frame, a P-256 and an X25519 key.
    "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEx4Yb87Z7ZA3JC8qze4IrTH7/b4Iy9gU4iCSU1AXJIGqGodt0kP/79mod5xRtaerRUEiF+wkVRJfPJ8hMigUBRQ==",
    "MCowBQYDK2VuAyEAAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
  ]) func `a key of another kind is refused`(public: String) throws {
    let key = #""\#(hex("a", 64))":{"public":"\#(`public`)"},"#
    let changed = try edit(text(TrustRoot.sample().bytes), #""keys":{"#, #""keys":{"# + key)
    #expect(throws: StatementError.field("public", value: `public`)) {
      try TrustRoot(parsing: Array(changed.utf8))
    }
  }

  @Test func `a root comes back as it was written, always the same bytes`() throws {
    let root = try TrustRoot.sample()
    #expect(try TrustRoot(parsing: root.bytes) == root)
    #expect(try TrustRoot(parsing: root.bytes).bytes == root.bytes)
  }

  @Test func `a role of a later version grants nothing`() throws {
    let changed = try edit(text(TrustRoot.sample().bytes), #""ledger":{"#, #""witness":{"#)
    let root = try TrustRoot(parsing: Array(changed.utf8))
    #expect(root.roles.keys.sorted() == [.promote("staging"), .release, .root])
    #expect(root.publicKeys(for: .ledger) == [])
  }

  @Test func `an environment's role goes before that of all environments`() throws {
    var root = try TrustRoot.sample()
    let staging = try #require(root.roles[.promote("staging")])
    let all = TrustRoot.Grant(keyIDs: [try Signer.owner.key().publicKey.keyID], threshold: 1)
    #expect(root.grant(for: .promote("production")) == nil)
    root.roles[.promote("*")] = all
    #expect(root.grant(for: .promote("production")) == all)
    #expect(root.grant(for: .promote("staging")) == staging)
    #expect(root.grant(for: .approve("production")) == nil)
  }
}

/// A value that is no count.
func noCount(_ kind: JSONKind, _ key: String) -> JSONShapeError {
  found(kind, insteadOf: .nonNegativeInteger, at: .key(key))
}

extension StatementError {
  /// The error without the place of a fault in JSON, which a change of an unrelated member would move.
  var withoutOffset: StatementError {
    if case .notJSON(let error) = self { .notJSON(JSONError(offset: 0, reason: error.reason)) } else { self }
  }
}
