import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("Events as statements") struct LedgerEventTests {
  @Test(arguments: EventKind.allCases) func `an event comes back as it was said`(kind: EventKind) throws {
    let statement = try statement(kind)
    let event = try LedgerEvent(statement)
    #expect(event.kind == kind)
    #expect(event.statement == statement)
    #expect(statement.predicateType == "urn:release-toolkit:\(kind.rawValue):v1")
  }

  @Test func `an event is this text and no other`() throws {
    let digest = one.manifestDigest.hex
    #expect(
      text(try statement(.step).bytes) == """
        {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"manifest","digest":{"sha256":"\(digest)"}}],\
        "predicateType":"urn:release-toolkit:step:v1","predicate":{"kind":"step","project":"acme/shop",\
        "environment":"production","manifest":{"version":"1.0.0","digest":"\(digest)"},"operation":"x","sequence":1,\
        "at":"2026-03-01T12:00:00Z","actor":"ci","detail":{}}}
        """)
  }

  @Test func `an event without a release is about its environment`() throws {
    let subject = Statement.Subject(name: "production", sha256: .sha256("acme/shop\nproduction".utf8))
    #expect(try statement(.freeze).subjects == [subject])
  }

  @Test(
    arguments: [
      (.step, #""environment":"production","#, "", .field("environment", value: "")),
      (.freeze, #""environment":"production","#, "", .field("environment", value: "")),
      (
        .release, #""manifest":"#, #""environment":"production","manifest":"#,
        .field("environment", value: "production")
      ),
      (.step, #""operation":"x","#, "", .field("operation", value: "")),
      (.freeze, #""sequence":"#, #""operation":"x","sequence":"#, .field("operation", value: "x")),
      (.approval, #""manifest":{"#, #""_":{"#, .field("manifest", value: "")),
      (.yank, #""manifest":{"#, #""_":{"#, .field("manifest", value: "")),
      (.step, #""name":"manifest""#, #""name":"release""#, .field("subject", value: "release")),
      (
        .step, #":"1.0.0","digest":"\#(one.manifestDigest.hex)""#,
        #":"1.0.0","digest":"\#(two.manifestDigest.hex)""#, .field("subject", value: "manifest")
      ),
      (.step, #""1.0.0""#, #""1.0""#, .field("version", value: "1.0")),
      (
        .step, #""project":"acme/shop""#, #""project":"acme/\u212a""#,
        .field("project", value: "acme/\u{212A}")
      ),
      (
        .step, #""environment":"production""#, #""environment":"../production""#,
        .field("environment", value: "../production")
      ),
      (.step, #""sequence":1"#, #""_":1"#, .field("sequence", value: "")),
      (
        .step, #""at":"2026-03-01T12:00:00Z""#, #""at":"2026-03-01T24:00:00Z""#,
        .field("at", value: "2026-03-01T24:00:00Z")
      ),
      (.step, #""actor":"ci""#, #""actor":"ci\n""#, .field("actor", value: "ci\n")),
      (.step, #""sequence":1"#, #""sequence":1,"previous":"00""#, .field("previous", value: "00")),
    ] as [(EventKind, String, String, StatementError)])
  func `one flaw in an event is enough`(kind: EventKind, old: String, new: String, error: StatementError)
    throws
  {
    let changed = try edit(text(statement(kind).bytes), old, new)
    #expect(throws: error) { try LedgerEvent(Statement(parsing: Array(changed.utf8))) }
  }

  @Test(arguments: ["-1", "1.0", "true", #""1""#, "9223372036854775808"])
  func `a place is a whole number`(number: String) throws {
    let changed = try edit(text(statement(.step).bytes), #""sequence":1"#, #""sequence":\#(number)"#)
    #expect { try LedgerEvent(Statement(parsing: Array(changed.utf8))) } throws: { error in
      if case StatementError.shape(let shape) = error { "\(shape.path)" == "sequence" } else { false }
    }
  }

  @Test(
    arguments: [
      (.trust, .ledger), (.release, .release), (.yank, .release), (.gate, .gate), (.waiver, .gate),
      (.approval, .approve("production")), (.promotionStarted, .promote("production")),
      (.step, .promote("production")),
      (.promotionSucceeded, .promote("production")), (.promotionFailed, .promote("production")),
      (.rollbackStarted, .promote("production")), (.rollbackSucceeded, .promote("production")),
      (.rollbackFailed, .promote("production")), (.freeze, .promote("production")),
      (.thaw, .promote("production")),
    ] as [(EventKind, Role)]) func `each kind is for one role to say`(kind: EventKind, role: Role)
  {
    #expect(kind.role(in: "production") == role)
  }

  /// The statement of an event that has what its kind needs.
  private func statement(_ kind: EventKind) throws -> Statement {
    var predicate: JSONObject = ["kind": .string(kind.rawValue), "project": "acme/shop"]
    predicate["environment"] = kind.needsEnvironment ? "production" : nil
    predicate["manifest"] = kind.needsRelease ? .object(one.json) : nil
    predicate["operation"] = kind.needsOperation ? "x" : nil
    predicate.append(contentsOf: ["sequence": 1, "at": "2026-03-01T12:00:00Z", "actor": "ci", "detail": [:]])
    return Statement(
      subjects: [subject(kind)], predicateType: Statement.type(of: kind.rawValue), predicate: predicate)
  }

  private func subject(_ kind: EventKind) -> Statement.Subject {
    guard !kind.needsRelease else { return .init(name: "manifest", sha256: one.manifestDigest) }
    let place = kind.needsEnvironment ? "production" : ""
    return .init(
      name: kind.needsEnvironment ? place : "acme/shop", sha256: .sha256("acme/shop\n\(place)".utf8))
  }
}
