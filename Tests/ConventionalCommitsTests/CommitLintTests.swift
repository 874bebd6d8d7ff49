import ConventionalCommits
import SemanticVersions
import Testing

@Suite("Commit lint")
struct CommitLintTests {
  typealias Problem = CommitLint.Problem

  private func problems(_ text: String) -> [Problem] {
    CommitLint().problems(in: CommitMessage(parsing: text))
  }

  @Test(arguments: [
    "feat(core)!: read arrays\n\nBody.\n\nRefs #1", "Merge pull request #1 from a/b", "fixup! x", "squash! x",
    "amend! x",
    "Revert \"x\"\n\nThis reverts commit 0123456.", "Reapply \"x\"", "fix: and so on...",
    "Merged in x (pull request #1)",
  ])
  func `a good message has no problem`(text: String) {
    #expect(problems(text).isEmpty && CommitLint().isValid(CommitMessage(parsing: text)))
  }

  @Test(arguments: [
    ("", "empty-message"), ("Update", "not-conventional"), (": x", "missing-type"),
    ("feat : x", "space-before-colon"),
    ("feat(a: x", "unclosed-scope"), ("feat(): x", "empty-scope"), ("feat((a): x", "nested-scope"),
    ("feat!!: x", "misplaced-breaking-mark"), ("feat:x", "missing-space-after-colon"),
    ("feat:", "empty-description"),
    ("\n\n feat: x\n\nBREAKING CHANGE: y", "leading-space"),
  ])
  func `a message without header is invalid for one reason`(text: String, code: String) {
    #expect(problems(text).map(\.code.rawValue) == [code])
    #expect(!CommitLint().isValid(CommitMessage(parsing: text)))
  }

  @Test(arguments: [
    ("feta: x", Problem.Fact.unknownType("feta", nearest: "feat"), 1),
    ("zebra: x", .unknownType("zebra", nearest: nil), 1),
    ("\n\nFix: x", .upperCaseType("Fix"), 3), ("fix: x.", .trailingPeriod, 1),
    ("fix: " + String(repeating: "é", count: 96), .longHeader(length: 101, limit: 100), 1),
    ("fix: x\nbody", .noBlankLineAfterHeader, 2),
    ("fix: x\n\na\nBREAKING CHANGE: y", .gluedBreakingChange(counts: true), 4),
    ("fix: x\n\nBREAKING CHANGE:\n \n", .emptyBreakingChange, 3),
    ("fix: x\n\n```\ncode", .unclosedQuotation, 3),
    ("fix: x\n\n<details>\ncode", .unclosedQuotation, 3),
    ("fix: x\n\na\n\n* **Breaking Change**: y", .ineffectiveBreakingChange, 5),
  ])
  func `a question of style is a warning with its line`(text: String, fact: Problem.Fact, line: Int) throws {
    let problem = try #require(problems(text).first)
    #expect(
      problem.fact == fact && problem.line == line && problem.severity == .warning
        && problems(text).count == 1)
    #expect(CommitLint().isValid(CommitMessage(parsing: text)))
  }

  @Test(arguments: [
    "breaking change: y", "BREAKING CHANGES: y", "- BREAKING CHANGE: y", "> BREAKING CHANGE: y",
    "BREAKING CHANGE #1",
    "BREAKING CHANGE - y", "**BREAKING CHANGE:** y", "BREAKING: y", "  BREAKING-CHANGE: y",
    "__Breaking changes__ : y",
  ])
  func `a breaking change that is meant and does not count is pointed out`(line: String) {
    #expect(problems("fix: x\n\n\(line)").map(\.fact) == [.ineffectiveBreakingChange])
    #expect(problems("fix!: x\n\n\(line)").isEmpty)
  }

  @Test(arguments: [
    "Breaking changes are none of this", "breaking news", "unbreaking: y", "```\nbreaking change: y\n```",
  ])
  func `talk about breaking changes is just talk`(line: String) {
    #expect(problems("fix: x\n\n\(line)").isEmpty)
  }

  @Test(arguments: [
    ("fxi", "fix"), ("doc", "docs"), ("tests", "test"), ("feet", "feat"), ("refacto", "refactor"),
    ("featrue", "feature"),
    ("ic", "ci"), ("x", nil), ("improvement", nil), (String(repeating: "f", count: 1000), nil),
  ])
  func `the nearest type is suggested, when one is near`(type: String, nearest: String?) {
    #expect(problems("\(type): x").first?.fact == .unknownType(type, nearest: nearest))
  }

  @Test func `the types of the project's rules are known`() {
    let lint = CommitLint(
      rules: BumpRules(preset: .releasePlease, rules: [.init(type: "Infra", bump: .patch)]))
    for text in ["infra: x", "deps: x"] { #expect(lint.problems(in: CommitMessage(parsing: text)).isEmpty) }
  }

  @Test func `the limit of the header can be set`() {
    #expect(
      CommitLint(headerLimit: 6).problems(in: CommitMessage(parsing: "fix: xy")).map(\.code) == [.longHeader])
  }

  @Test func `problems come in the order of the lines`() {
    #expect(problems("FIXX: x.\nb\nBREAKING CHANGE: y\n\n```").map(\.line) == [1, 1, 1, 2, 3, 5])
  }
}
