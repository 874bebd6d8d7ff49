import StrictJSON
import Testing

@Suite("Reading the shape of a document")
struct JSONCursorTests {
  enum Channel: String, CaseIterable { case stable, beta }

  let root = JSONCursor([
    "version": 3, "name": "shop", "on": true, "ratio": .init(0.5), "none": nil, "tags": ["a", "b"],
    "size": -1, "digest": "00ff", "sig": "AQI=", "at": "2026-11-21T03:20:11Z", "soak": "1h30m",
    "channel": "beta",
    "signers": [["keyid": "k1"], ["keyid": 2]], "a b": [:],
  ])

  @Test func `members are read as what they are`() throws {
    #expect(try root.member("version").integer() == 3)
    #expect(try root.member("name").string() == "shop")
    #expect(try root.member("on").bool())
    #expect(try root.member("ratio").number() == 0.5)
    #expect(try root.member("version").number() == 3)
    #expect(try root.member("tags").strings() == ["a", "b"])
  }

  @Test func `encoded members are decoded`() throws {
    #expect(try root.member("digest").hex(bytes: 2) == [0, 0xFF])
    #expect(try root.member("sig").base64() == [1, 2])
    #expect(try root.member("at").timestamp().description == "2026-11-21T03:20:11Z")
    #expect(try root.member("soak").timeSpan() == .minutes(90))
    #expect(try root.member("channel").oneOf(Channel.self) == .beta)
  }

  @Test func `an absent member and a null one are both nothing`() throws {
    #expect(try root.optional("absent") == nil)
    #expect(try root.optional("none") == nil)
    #expect(try root.optional("name")?.string() == "shop")
  }

  @Test func `a missing member is named`() {
    expect("absent", .missing) { root throws(JSONShapeError) in _ = try root.member("absent") }
  }

  @Test func `the path leads to the wrong value`() {
    expect("signers[1].keyid", .unexpected(found: .integer, expected: .string)) {
      root throws(JSONShapeError) in
      for signer in try root.member("signers").array() { _ = try signer.member("keyid").string() }
    }
  }

  @Test func `a key that is no plain word is quoted in the path`() {
    expect(#"["a b"]["x\"y"]"#, .missing) { root throws(JSONShapeError) in
      _ = try root.member("a b").member("x\"y")
    }
  }

  @Test func `the document itself is called by a dollar sign`() {
    expect("$", .unexpected(found: .object, expected: .array)) { root throws(JSONShapeError) in
      _ = try root.array()
    }
  }

  @Test func `an unknown key is refused with the known ones`() {
    expect("name", .unknownKey(allowed: ["version"])) { root throws(JSONShapeError) in
      try root.allowOnly(keys: ["version"])
    }
  }

  @Test func `known keys are allowed, whichever are there`() throws {
    try root.allowOnly(keys: root.object().keys + ["more"])
  }

  @Test(arguments: [
    ("name", JSONExpectation.integer, JSONKind.string), ("ratio", .integer, .number), ("on", .integer, .bool),
    ("size", .nonNegativeInteger, .integer), ("version", .exactly(1), .integer), ("name", .number, .string),
    ("digest", .hex(bytes: 32), .string), ("name", .hex(bytes: nil), .string), ("soak", .base64, .string),
    ("name", .timestamp, .string), ("name", .timeSpan, .string),
    ("name", .oneOf(["stable", "beta"]), .string),
    ("version", .object, .integer), ("version", .bool, .integer), ("tags", .string, .array),
  ])
  func `another value than the expected is refused`(
    _ key: String, _ expected: JSONExpectation, _ found: JSONKind
  ) {
    expect(key, .unexpected(found: found, expected: expected)) { root throws(JSONShapeError) in
      try read(root.member(key), as: expected)
    }
  }

  private func read(_ cursor: JSONCursor, as expectation: JSONExpectation) throws(JSONShapeError) {
    switch expectation {
    case .object: _ = try cursor.object()
    case .array: _ = try cursor.array()
    case .string: _ = try cursor.string()
    case .bool: _ = try cursor.bool()
    case .integer: _ = try cursor.integer()
    case .nonNegativeInteger: _ = try cursor.nonNegative()
    case .number: _ = try cursor.number()
    case .hex(let bytes): _ = try cursor.hex(bytes: bytes)
    case .base64: _ = try cursor.base64()
    case .timestamp: _ = try cursor.timestamp()
    case .timeSpan: _ = try cursor.timeSpan()
    case .version: throw cursor.unexpected(.version)
    case .oneOf: _ = try cursor.oneOf(Channel.self)
    case .exactly(let integer): try cursor.require(integer)
    }
  }

  private func expect(
    _ path: String, _ problem: JSONShapeError.Problem, sourceLocation: SourceLocation = #_sourceLocation,
    of read: (JSONCursor) throws(JSONShapeError) -> Void
  ) {
    let error = #expect(throws: JSONShapeError.self, sourceLocation: sourceLocation) { try read(root) }
    #expect(error?.path.description == path, sourceLocation: sourceLocation)
    #expect(error?.problem == problem, sourceLocation: sourceLocation)
  }
}
