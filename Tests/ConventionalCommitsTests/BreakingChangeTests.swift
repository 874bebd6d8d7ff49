import ConventionalCommits
import Testing

@Suite("Breaking changes")
struct BreakingChangeTests {
  @Test(arguments: [
    ("feat!: x", "x"), ("feat(a)!: x\n\nbody", "x"), ("docs: x\n\nBREAKING CHANGE: y", "y"),
    ("docs: x\n\nBREAKING-CHANGE: y", "y"), ("docs!: x\n\nBREAKING CHANGE: y\nz", "y\nz"),
    ("docs: x\n\nBREAKING CHANGE:\ny", "y"), ("docs: x\n\nBREAKING CHANGE:y", "y"),
    ("docs: x\nBREAKING CHANGE: y", "y"),
    ("docs: x\n\nRefs #1\nBREAKING CHANGE: y", "y"), ("docs: x\n\nb\n \t\nBREAKING CHANGE: y", "y"),
    ("docs: x\n\nBREAKING CHANGE:", "x"),
  ])
  func `a commit is breaking by its mark or by a footer`(text: String, description: String) {
    for message in [CommitMessage(parsing: text), CommitMessage(parsing: text, strict: true)] {
      #expect(message.isBreaking && message.breakingDescription == description)
    }
  }

  @Test(arguments: [
    "breaking change: y", "Breaking Change: y", "BREAKING CHANGE #1", "BREAKING CHANGE - y",
    "BREAKING CHANGES: y",
    "BREAKING: y", "  BREAKING CHANGE: y", "\tBREAKING CHANGE: y", "> BREAKING CHANGE: y",
    "- BREAKING CHANGE: y",
    "* BREAKING CHANGE: y", "```\nBREAKING CHANGE: y\n```", "~~~\n\nBREAKING CHANGE: y\n\n~~~",
    "<details>\n<p>x</p>\nBREAKING CHANGE: y\n</details>", "BREAKING CHANGE was talked about",
    "```sh\n$ x\nBREAKING CHANGE: y\n```", "This BREAKING CHANGE: y",
  ])
  func `nothing else makes it breaking`(paragraph: String) {
    #expect(!CommitMessage(parsing: "feat: x\n\n\(paragraph)").isBreaking)
    #expect(!CommitMessage(parsing: "feat: x\n\nbody\n\(paragraph)").isBreaking)
  }

  @Test func `an announcement glued to its paragraph counts with a warning`() {
    let message = CommitMessage(parsing: "feat: x\n\nbody\nBREAKING CHANGE: y\nz\n\nRefs #1")
    #expect(message.breakingDescription == "y\nz" && message.warnings == [.gluedBreakingChange])
    #expect(message.body == "body\nBREAKING CHANGE: y\nz" && message.footers.map(\.token) == ["Refs"])
  }

  @Test func `strictly read it does not count, and the warning stays`() {
    let message = CommitMessage(parsing: "feat: x\n\nbody\nBREAKING CHANGE: y", strict: true)
    #expect(!message.isBreaking && message.warnings == [.gluedBreakingChange])
    #expect(!CommitLint().isValid(message))
  }

  @Test(arguments: ["Key: v", "```\ncode\n```", "BREAKING CHANGE: more"])
  func `a glued text ends where something else begins`(next: String) {
    let message = CommitMessage(parsing: "feat: x\n\nbody\nBREAKING CHANGE: y\n\(next)")
    #expect(message.breakingDescription == "y")
  }

  @Test func `a longer token is a footer like any other`() {
    let message = CommitMessage(parsing: "feat: x\n\nBREAKING-CHANGES: y")
    #expect(!message.isBreaking && message.footers.map(\.token) == ["BREAKING-CHANGES"])
  }

  @Test func `every announcement is kept`() {
    let message = CommitMessage(
      parsing: "feat!: x\n\na\nBREAKING CHANGE: 1\n\nBREAKING CHANGE: 2\n\nBREAKING-CHANGE: 3")
    #expect(message.breakingDescriptions == ["1", "2", "3"])
  }

  @Test func `a message without convention is never breaking`() {
    #expect(!CommitMessage(parsing: "Update\n\nBREAKING CHANGE: y").isBreaking)
  }

  @Test(arguments: ["feat!: x\n\nb", "feat: x\nb", "feat: x\n\nb\nBREAKING CHANGE: y"])
  func `warnings are those of the form`(text: String) {
    let expected: [String: [CommitMessage.Warning]] = [
      "feat: x\nb": [.noBlankLineAfterHeader], "feat: x\n\nb\nBREAKING CHANGE: y": [.gluedBreakingChange],
    ]
    #expect(CommitMessage(parsing: text).warnings == expected[text] ?? [])
  }
}
