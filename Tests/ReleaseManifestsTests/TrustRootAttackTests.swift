import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Attacks on the trust root") struct TrustRootAttackTests {
  /// Spellings of a number that other readers take for 1 or 2, and what is found.
  private static let numbers: [(String, JSONKind)] = [
    ("-0", .number), ("1E0", .number), ("1.0", .number), ("0.1e1", .number), ("2e0", .number),
    ("1e999999999", .number), ("1e-999999999", .number), ("-9223372036854775809", .number),
    (hex("9", 1000), .number), ("false", .bool), (#""1""#, .string), ("[1]", .array), ("{}", .object),
  ]

  static let counts = count("schema", "1") + count("version", "1") + count("threshold", "2")

  private static func count(_ key: String, _ old: String) -> [RootMutation] {
    let old = #""\#(key)":\#(old)"#
    let spelled = numbers.map { literal, kind in
      RootMutation(
        "\(key) \(literal.prefix(20))", .shape(noCount(kind, key)), old, to: #""\#(key)":\#(literal)"#)
    }
    return spelled + [RootMutation("\(key) null", .field(key, value: ""), old, to: #""\#(key)":null"#)]
  }

  static let literals = [
    RootMutation("version 01", notJSON(.badNumber), #""version":1"#, to: #""version":01"#),
    RootMutation("version +1", notJSON(.unexpectedByte(0x2B)), #""version":1"#, to: #""version":+1"#),
    RootMutation("version 0x1", notJSON(.unexpectedByte(0x78)), #""version":1"#, to: #""version":0x1"#),
    RootMutation(
      "a threshold of 2^63 - 1", .field("roles.release.threshold", value: "\(Int64.max)"), #""threshold":2"#,
      to: #""threshold":\#(Int64.max)"#),
    RootMutation(
      "a threshold twice", notJSON(.duplicateKey("threshold")), #""threshold":2"#,
      to: #""threshold":2,"thresh\u006fld":1"#),
    RootMutation(
      "a role twice, once with an escape", notJSON(.duplicateKey("root")), #""ledger":{"#,
      to: #""r\u006fot":{"#),
  ]

  private static let roles = #""roles":{"#
  private static let noRoot = StatementError.field("roles", value: "root is missing")

  static let members = [
    RootMutation(
      "roles in a list", .shape(found(.array, insteadOf: .object, at: .key("roles"))), roles,
      to: #""roles":[],"x":{"#),
    RootMutation("null for the roles", noRoot, roles, to: #""roles":null,"x":{"#),
    RootMutation("no role at all", noRoot, roles, to: #""roles":{},"x":{"#),
    RootMutation("roles within a role", noRoot, roles, to: #""roles":{"all":{"#) {
      $0.replacing("},\"ledger_", with: "}},\"ledger_")
    },
    RootMutation(
      "a role within itself", .shape(missing(.key("keyids"))), #""root":{"#, to: #""root":{"root":{"#
    ) {
      $0.replacing("}},\"ledger_", with: "}}},\"ledger_")
    },
    RootMutation("the root role in capitals", noRoot, #""root":{"#, to: #""Root":{"#),
    RootMutation("a blank after the root role", noRoot, #""root":{"#, to: #""root ":{"#),
    RootMutation(
      "a role that is a number", .shape(found(.integer, insteadOf: .object)), #""ledger":{"#,
      to: #""ledger":1,"x":{"#),
    RootMutation(
      "null for the keys", .field("roles.ledger.keyids", value: ""), #""keys":{"#,
      to: #""keys":null,"x":{"#),
    RootMutation(
      "null for the project", .field("project", value: ""), #""acme/shop","version""#,
      to: #"null,"version""#),
    RootMutation(
      "no letters for the project", .field("project", value: ""), #""acme/shop","version""#,
      to: #""","version""#),
    RootMutation(
      "a Kelvin sign in the project", .field("project", value: "\u{212A}"),
      #""acme/shop","version""#, to: "\"\u{212A}\",\"version\""),
    RootMutation(
      "null for the ledger", .field("ledger_origin", value: ""), #""acme/shop/ledger""#, to: "null"),
  ]

  private static let expires = #""2026-03-01T12:00:01Z""#

  static let moments = [
    "2026-02-30T12:00:01Z", "2026-02-29T12:00:01Z", "1900-02-29T12:00:01Z", "2026-03-01T24:00:00Z",
    "2016-12-31T23:59:60Z", "2026-03-01T12:00:01z", "2026-03-01t12:00:01Z", "2026-03-01 12:00:01Z",
    "10000-01-01T00:00:00Z", "+2026-03-01T12:00:01Z", "02026-03-01T12:00:01Z", "9999-12-31T23:59:59-00:01",
    "0000-01-01T00:00:00+00:01", "2026-03-01T12:00:01", "2026-03-01", "2026-3-1T12:00:01Z",
    "2026-03-01T12:00:01Zjunk", "2026-03-01T12:00:01Z ", " 2026-03-01T12:00:01Z", "2026-03-01T12:00:01.Z",
    "2026-03-01T12:00:01,5Z", "2026-03-01T12:00:01+0000", "2026-03-01T12:00:01+24:00", "2026-060T12:00:01Z",
    "2026-W09-7T12:00:01Z", "1772366401", "\u{FF12}026-03-01T12:00:01Z", "never", "",
  ].map { RootMutation("the end '\($0)'", .field("expires", value: $0), expires, to: "\"\($0)\"") }

  static let others = [
    RootMutation("null for the end", .field("expires", value: ""), expires, to: "null"),
    RootMutation(
      "a number for the end", .shape(found(.integer, insteadOf: .string, at: .key("expires"))), expires,
      to: "1772366401"),
  ]

  @Test(arguments: counts + literals + members + moments + others)
  func `one change is enough`(mutation: RootMutation) throws {
    let changed = try mutation.text(text(TrustRoot.sample().bytes))
    let error = #expect(throws: StatementError.self) { try TrustRoot(parsing: Array(changed.utf8)) }
    #expect(error?.withoutOffset == mutation.error)
  }

  @Test(arguments: [
    "2026-03-01T12:00:01+00:00", "2026-03-01T12:00:01-00:00", "2026-03-01T13:00:01+01:00",
    "2026-03-01T12:00:01.999999999Z",
  ]) func `one moment has other spellings, and none of them is later`(moment: String) throws {
    let changed = try edit(text(TrustRoot.sample().bytes), Self.expires, "\"\(moment)\"")
    #expect(try TrustRoot(parsing: Array(changed.utf8)) == TrustRoot.sample())
  }

  @Test func `the first year is long over`() throws {
    let changed = try edit(text(TrustRoot.sample().bytes), Self.expires, #""0000-01-01T00:00:00Z""#)
    #expect(try TrustRoot(parsing: Array(changed.utf8)).hasExpired(at: Workshop.now))
  }

  @Test(arguments: [
    (#""threshold":2"#, #""threshold":2,"min":1,"threshold_override":1"#),
    (#""schema":1"#, #""schema":1,"trust":"all""#),
    (#""ledger":{"#, #""admin":{"keyids":["x"],"threshold":0},"ledger":{"#),
    (#""ledger":{"#, #""promote:*x":7,"ledger":{"#),
  ]) func `what is not known grants nothing`(old: String, new: String) throws {
    let changed = try edit(text(TrustRoot.sample().bytes), old, new)
    #expect(try TrustRoot(parsing: Array(changed.utf8)) == TrustRoot.sample())
  }

  @Test func `a role for every environment is not enough where one of its own asks for more`() throws {
    var root = try TrustRoot.sample()
    let ids = try [Signer.owner, .pusher].map { try $0.key().publicKey.keyID }
    root.roles[.promote("*")] = .init(keyIDs: [ids[0]], threshold: 1)
    root.roles[.promote("production")] = .init(keyIDs: ids, threshold: 2)
    let envelope = try Workshop().envelope(signedBy: .owner)
    #expect(root.accepts(envelope, for: .promote("testing")))
    #expect(!root.accepts(envelope, for: .promote("production")))
    #expect(!root.accepts(envelope, for: .promote("staging")))
  }

  private static func notJSON(_ reason: JSONError.Reason) -> StatementError {
    .notJSON(JSONError(offset: 0, reason: reason))
  }
}

extension RootMutation {
  /// A change in one place that another place must follow.
  fileprivate init(
    _ name: String, _ error: StatementError, _ old: String, to new: String,
    following: @escaping @Sendable (String) -> String
  ) {
    self.init(name, error) { following(try edit($0, old, new)) }
  }
}
