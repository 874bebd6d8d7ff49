import Changelogs
import ConventionalCommits
import Testing

@Suite("References to issues")
struct IssueReferenceTests {
  private func references(_ message: String) -> [String] {
    IssueReference.references(in: CommitMessage(parsing: message)).map { reference in
      (reference.action.map { $0 + " " } ?? "") + reference.text
    }
  }

  @Test(arguments: [
    ("fix: crash (#12)", ["#12"]),
    ("fix: #1, #2 and [#3]", ["#1", "#2", "#3"]),
    ("fix: crash, see acme/rocket#7", ["acme/rocket#7"]),
    ("fix: crash in a/b/c#7", ["a/b/c#7"]),
    ("fix: GH-12 and gh-13", ["#12", "#13"]),
    ("fix: twice #4 #4", ["#4"]),
    ("#5 without a type", ["#5"]),
  ])
  func `the description mentions issues`(_ message: String, _ expected: [String]) {
    #expect(references(message) == expected)
  }

  @Test(arguments: [
    "fix: issue#12", "fix: #12abc", "fix: #0", "fix: #012", "fix: colour #1234567890", "fix: # 12",
    "fix: ##12",
    "fix: &#12;", "fix: /a#12", "fix: https://x.org/a/b#12", "fix: XGH-12", "fix: GH-", "fix: a//b#1",
    "fix: #",
    "fix: #12_x", "fix: #1-2",
  ])
  func `what only looks alike is none`(_ message: String) {
    #expect(references(message) == [])
  }

  @Test(arguments: [
    ("fix: a\n\nCloses: #12", ["Closes #12"]),
    ("fix: a\n\nCloses #12", ["Closes #12"]),
    ("fix: a\n\nRefs: #1, acme/rocket#2", ["Refs #1", "Refs acme/rocket#2"]),
    ("fix: a\n\nRefs #1, #2", ["Refs #1", "Refs #2"]),
    ("fix: a\n\nReviewed-by: Z (#3)", []),
    ("fix: a (#1)\n\nFixes: #1", ["Fixes #1"]),
  ])
  func `footers say what is done`(_ message: String, _ expected: [String]) {
    #expect(references(message) == expected)
  }

  @Test(arguments: [
    ("fix: a\n\nThis closes #12 and resolves acme/rocket#3.", ["closes #12", "resolves acme/rocket#3"]),
    ("fix: a\n\nFixed: #4 at last.", ["Fixed #4"]),
    ("fix: a\n\nAs #12 says, it encloses #13.", []),
  ])
  func `a body counts after a closing word only`(_ message: String, _ expected: [String]) {
    #expect(references(message) == expected)
  }

  @Test func `a footer of several issues says of each what stands before it`() {
    #expect(
      references("fix: a\n\nFixes #3, closes acme/other#5 and #6") == [
        "Fixes #3", "closes acme/other#5", "Fixes #6",
      ])
  }
}
