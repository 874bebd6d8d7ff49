import ConventionalCommits
import Testing

@Suite("Commit headers")
struct CommitHeaderTests {
  typealias Header = CommitMessage.Header
  typealias HeaderError = CommitMessage.HeaderError

  @Test func `a full header has its five parts`() throws {
    let header = try Header(parsing: "Feat( http api )!:  accept PATCH  ")
    #expect(header.type == "feat" && header.rawType == "Feat" && header.scope == "http api")
    #expect(header.isMarkedBreaking && header.description == "accept PATCH")
  }

  @Test(arguments: [
    ("feat: x", "feat"), ("機能: x", "機能"), ("🐛: x", "🐛"), ("build-deps: x", "build-deps"), ("a/b: x", "a/b"),
    ("ÄB: x", "Äb"), ("🐛!: x", "🐛"), ("42: x", "42"),
  ])
  func `a type is any word, in lower case where it is ASCII`(line: String, type: String) throws {
    #expect(try Header(parsing: line).type == type)
  }

  @Test func `a combining mark does not hide the colon or the space`() throws {
    #expect(try Header(parsing: "feat: \u{301}x").description == "\u{301}x")
    #expect(throws: HeaderError.missingSpaceAfterColon) { try Header(parsing: "feat:\u{301} x") }
  }

  @Test(arguments: [
    ("", HeaderError.empty), (" \t", .empty), (" feat: x", .leadingSpace), ("\u{A0}feat: x", .leadingSpace),
    ("initial commit", .notConventional), ("v1.2.3", .notConventional), ("feat(a) x", .notConventional),
    (": x", .missingType), ("(a): x", .missingType), ("!: x", .missingType),
    ("feat : x", .spaceBeforeColon), ("feat (a): x", .spaceBeforeColon), ("feat(a) : x", .spaceBeforeColon),
    ("feat\u{A0}: x", .spaceBeforeColon), ("feat! : x", .spaceBeforeColon),
    ("feat(a: x", .unclosedScope), ("feat(): x", .emptyScope), ("feat( ): x", .emptyScope),
    ("feat((a): x", .nestedScope), ("feat(a(b)): x", .nestedScope),
    ("feat!!: x", .misplacedMark), ("feat!(a): x", .misplacedMark), ("feat(a)(b): x", .misplacedMark),
    ("feat:x", .missingSpaceAfterColon), ("feat:\tx", .missingSpaceAfterColon),

    ("http://x.y: z", .missingSpaceAfterColon),
    ("feat:\u{A0}x", .missingSpaceAfterColon), ("feat：x", .notConventional),
    ("feat:", .emptyDescription), ("feat: ", .emptyDescription), ("feat: \t ", .emptyDescription),
  ])
  func `a line that is no header says why`(line: String, error: HeaderError) {
    #expect(throws: error) { try Header(parsing: line) }
  }
}
