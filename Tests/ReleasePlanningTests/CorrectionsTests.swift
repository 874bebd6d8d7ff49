import ReleasePlanning
import Testing

@Suite("Corrected messages")
struct CorrectionsTests {
  static let id = "1a2b3c4d5e6f70819203a4b5c6d7e8f901234567"

  private func message(_ text: String, of id: String = id) throws -> String? {
    try Corrections(parsing: Array(text.utf8)).message(for: id).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `an entry is what git log prints`() throws {
    let file = """
      # wrong type: #12

      commit \(Self.id)
      Merge: 1111111 2222222
      Author: Ada: Lovelace <ada@example.com>
      AuthorDate:   Thu Jan 1 00:00:00 2026 +0000

          feat(api)!: the message as it should have been
          \("")
          Body, four spaces of margin taken off;

              two lines of it.

      # another one

      commit aaaaaaa

          fix: b

      """
    let feature =
      "feat(api)!: the message as it should have been\n\nBody, four spaces of margin taken off;\n\n    two lines of it."
    #expect(try message(file) == feature)
    #expect(try message(file, of: "aaaaaaa" + String(repeating: "0", count: 33)) == "fix: b")
    #expect(try message(file, of: String(repeating: "0", count: 40)) == nil)
    #expect(
      try message(file.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
        == feature)
  }

  @Test(arguments: ["", "\n", "# nothing yet", "#\r\n\r\n \t\n"])
  func `a file may have no entry`(file: String) throws {
    let corrections = try Corrections(parsing: Array(file.utf8))
    #expect(corrections.isEmpty && corrections == Corrections() && corrections.message(for: Self.id) == nil)
  }

  @Test(arguments: [
    ("commit 1a2b3c4\n\n    a", "a"), ("commit 1a2b3c4\n    a", "a"), ("commit 1A2B3C4D\n\n    a\n", "a"),
    ("commit 1a2b3c4\n\n\n\n    a\n\n\n", "a"), ("commit 1a2b3c4\n\n    a\n# no\n    b", "a\nb"),
    ("commit 1a2b3c4\n\n    # yes", "# yes"), ("commit 1a2b3c4\n\n    commit 1a2b3c4", "commit 1a2b3c4"),
    ("commit 1a2b3c4\n\n    a\n  \n\t\n    b", "a\n\n\nb"), ("commit 1a2b3c4\n\n     a", " a"),
  ])
  func `a margin and blank lines around are no part of a message`(file: String, expected: String) throws {
    #expect(try message(file) == expected)
  }

  @Test func `the longest name that fits counts`() throws {
    let names = [Self.id.prefix(7), Self.id.prefix(12), Self.id.prefix(8) + "0000", Self.id[...]]
    let entries = names.map { "commit \($0)\n\n    fix: \($0)\n" }
    #expect(try message(entries.joined()) == "fix: \(Self.id)")
    #expect(try message(entries[..<3].joined()) == "fix: \(Self.id.prefix(12))")
    #expect(try message(entries[0], of: String(Self.id.prefix(7))) == "fix: 1a2b3c4")
    #expect(try message(entries[0], of: String(Self.id.prefix(6))) == nil)
  }

  @Test(
    arguments: [
      ("feat: a", 1, .notACommit("feat: a")), ("# a\n\n    a", 3, .notACommit("    a")),
      ("\u{FEFF}# a", 1, .notACommit("\u{FEFF}# a")),
      ("commit\n", 1, .notACommit("commit")), ("commit \n", 1, .commitName("")),
      ("commit 1a2b3c\n\n    a", 1, .commitName("1a2b3c")),
      ("commit 1a2b3cg\n\n    a", 1, .commitName("1a2b3cg")),
      ("commit 1a2b3c4 (HEAD)", 1, .commitName("1a2b3c4 (HEAD)")),
      ("commit \(String(repeating: "a", count: 65))", 1, .commitName(String(repeating: "a", count: 65))),
      ("commit 1a2b3c4\n\n    a\ncommit 1A2B3C4\n\n    b", 4, .repeated("1a2b3c4")),
      ("commit 1a2b3c4\nAuthor: b", 1, .noMessage("1a2b3c4")),
      ("\ncommit 1a2b3c4\n\n    \n\ncommit 2222222\n\n    a", 2, .noMessage("1a2b3c4")),
      ("commit 1a2b3c4\n\nfeat: a", 3, .unindented("feat: a")),
      ("commit 1a2b3c4\n  a", 2, .unindented("  a")),
      ("commit 1a2b3c4\nthe author\n", 2, .unindented("the author")),
      ("commit 1a2b3c4\n\n    a\nNotes:\n    b", 4, .unindented("Notes:")),
      ("commit 1a2b3c4\n\n\ta", 3, .unindented("\ta")),
    ] as [(String, Int, CorrectionsError.Problem)])
  func `an error names the line`(file: String, line: Int, problem: CorrectionsError.Problem) throws {
    let error = try #require(throws: CorrectionsError.self) { try Corrections(parsing: Array(file.utf8)) }
    #expect(error.line == line && error.problem == problem)
  }

  @Test func `a message may be any bytes`() throws {
    let bytes = Array("commit 1a2b3c4\n\n    ".utf8) + [0xFF, 0x00, 0x0D, 0xC3]
    #expect(try Corrections(parsing: bytes).message(for: Self.id) == [0xFF, 0x00, 0x0D, 0xC3])
  }

  @Test func `no bytes make it stumble`() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["commit ", "1a2b3c4", "\n", "\r", "    ", "#", ":", "A", " ", "\t", "\u{0}", "é"].map {
      Array($0.utf8)
    }
    var (read, refused) = (0, 0)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0..<12, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      do throws(CorrectionsError) {
        _ = try Corrections(parsing: bytes)
        read += 1
      } catch {
        #expect((1...(bytes.count + 1)).contains(error.line))
        refused += 1
      }
    }
    #expect(read > 0 && refused > 0)
  }
}
