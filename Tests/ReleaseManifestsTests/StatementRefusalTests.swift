import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Refusals of the statement") struct StatementRefusalTests {
  static let json = [
    Mutation(
      "a member twice", .statementText(.duplicateKey("version")), signing: #""version":"1.5.0""#,
      to: #""version":"1.5.0","version":"9.9.9""#),
    Mutation(
      "a member twice, once with an escape", .statementText(.duplicateKey("version")),
      signing: #""version":"1.5.0""#, to: #""version":"1.5.0","vers\u0069on":"9.9.9""#),
    Mutation("no JSON", .statementText(.unexpectedByte(UInt8(ascii: "h")))) {
      try $0.sealed(Array("hello".utf8))
    },
    Mutation("nothing", .statementText(.unexpectedEnd)) { try $0.sealed([]) },
    Mutation("a byte order mark", .statementText(.byteOrderMark)) {
      try $0.sealed([0xEF, 0xBB, 0xBF] + Array($0.payload.utf8))
    },
    Mutation("two documents", .statementText(.trailingBytes)) { try $0.sealed(Array("{}{}".utf8)) },
    Mutation(
      "33 levels", .statementText(.tooDeep), signing: #""predicateType""#,
      to: #""note":"# + String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        + #","predicateType""#),
  ]

  private static let digestOfFile = #"{"sha256":"\#(Digest.sha256("bin/shop".utf8).hex)"}"#
  private static let noDigest = Fault.statement(.digest(subject: "bin/shop"))

  static let shape = [
    Mutation("a list", .statement(.shape(found(.array, insteadOf: .object)))) {
      try $0.sealed(Array("[]".utf8))
    },
    Mutation("no type", .statement(.shape(missing(.key("_type")))), signing: #""_type""#, to: #""type""#),
    Mutation(
      "the type of an earlier version", .statement(.type("https://in-toto.io/Statement/v0.1")),
      signing: "Statement/v1", to: "Statement/v0.1"),
    Mutation(
      "no predicate type", .statement(.shape(missing(.key("predicateType")))), signing: #""predicateType""#,
      to: #""type""#),
    Mutation(
      "no predicate", .statement(.shape(missing(.key("predicate")))), signing: #""predicate":"#,
      to: #""says":"#),
    Mutation("no subject in the list", .statement(.subjectCount(0))) { try $0.sealed(subjects: []) },
    Mutation("100,001 subjects", .statement(.subjectCount(100_001))) {
      try $0.sealed(subjects: [JSONValue](repeating: 0, count: 100_001))
    },
    Mutation(
      "a subject without a name", .statement(.shape(missing(.key("subject"), .index(0), .key("name"))))
    ) {
      try $0.sealed(subjects: [["digest": [:]]])
    },
    Mutation("a subject without digests", noDigest, signing: digestOfFile, to: "{}"),
    Mutation(
      "only MD5", noDigest, signing: digestOfFile, to: #"{"md5":"d41d8cd98f00b204e9800998ecf8427e"}"#),
    Mutation("a digest of 62 digits", noDigest, signing: digestOfFile, to: #"{"sha256":"\#(hex("a", 62))"}"#),
    Mutation("a digest in capitals", noDigest, signing: digestOfFile, to: #"{"sha256":"\#(hex("A", 64))"}"#),
    Mutation("a number for a digest", noDigest, signing: digestOfFile, to: #"{"sha256":1}"#),
    Mutation(
      "a commit of 39 digits", noDigest, signing: digestOfFile, to: #"{"gitCommit":"\#(hex("a", 39))"}"#),
    Mutation("one name with two digests", .statement(.repeatedSubject("a"))) {
      try $0.sealed(
        subjects: ["a", "b", "a"].map { ["name": .string($0), "digest": ["sha256": .string(hex("a", 64))]] })
    },
  ]

  @Test(arguments: json + shape) func `one flaw in the statement is enough`(mutation: Mutation) throws {
    let shop = try Workshop()
    #expect(shop.verdict(on: try mutation.bytes(shop)).faults == mutation.faults)
  }

  @Test func `a statement comes back as it was written`() throws {
    let statement = try Workshop().manifest.statement
    #expect(try Statement(parsing: statement.bytes) == statement)
  }

  @Test func `names that only look alike are two subjects`() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let subjects = [composed, decomposed].map { Statement.Subject(name: $0, sha256: .sha256([])) }
    #expect(subjects[0] != subjects[1])
    #expect(Set(subjects).count == 2)
    #expect(
      try Statement(parsing: Statement(subjects: subjects, predicateType: "", predicate: [:]).bytes).subjects
        .count == 2)
  }
}

extension Workshop {
  /// A signed statement about any subjects.
  fileprivate func sealed(subjects: [JSONValue]) throws -> [UInt8] {
    let document: JSONValue = [
      "_type": "https://in-toto.io/Statement/v1", "subject": .array(subjects),
      "predicateType": .string(Manifest.predicateType), "predicate": .object(manifest.predicate),
    ]
    return try sealed(document.bytes)
  }
}

/// Returns one digit so many times.
func hex(_ digit: String, _ count: Int) -> String { String(repeating: digit, count: count) }
