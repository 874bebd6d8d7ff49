import ConventionalCommits
import Testing

@Suite("Reverts of reverts")
struct QuotedSubjectTests {
  private func message(_ text: String) -> CommitMessage { CommitMessage(parsing: text) }

  @Test(arguments: [
    "Revert \"feat: x\"", "Revert \"x\"\n\nThis reverts commit 0123456.",
    "Revert \"Revert \"Revert \"x\"\"\"",
    "Revert \"Reapply \"feat: x\"\"", "Reapply \"Revert \"feat: x\"\"",
    "Revert \"Reapply \\\"x\\\" (#2)\" (#3)",
    "Revert \"cut off", "revert: feat: x", "Revert(a)!: x", "revert: Reapply \"x\"",
  ])
  func `an odd number of reverts takes something back`(text: String) {
    #expect(message(text).takesSomethingBack && message(text).quotedKind == nil)
  }

  @Test(arguments: [
    "Reapply \"feat(a)!: x\"", "Revert \"Revert \"feat(a)!: x\"\"", "Revert \"Revert \\\"feat(a)!: x\\\"\"",
    "Revert \"Revert \"feat(a)!: x (#1)\" (#2)\" (#3)\n\nReverts o/r#2",
    "Reapply \"Reapply \"feat(a)!: x\"\"",
    "Revert \"Revert \\\"Reapply \\\\\\\"feat(a)!: x\\\\\\\"\\\"\"", "Reapply \"feat(a)!: x",
    "Reapply \"feat(a)!: x\"\n\nThis reverts commit 0123456.\n\nb\nBREAKING CHANGE: y",
  ])
  func `an even number brings back what is quoted`(text: String) {
    #expect(!message(text).takesSomethingBack)
    #expect(message(text).quotedKind == CommitKind(type: "feat", scope: "a", breaking: .yes))
  }

  @Test func `what is brought back need not be conventional`() {
    #expect(message("Reapply \"Update\"").quotedKind == CommitKind(type: nil))
    #expect(message("Reapply \"").quotedKind == CommitKind(type: nil))
    #expect(message("Reapply \"fix: x\"").quotedKind == CommitKind(type: "fix"))
  }

  @Test(arguments: ["feat: x", "", "Reapply x", "Reland \"x\"", "Revert^2 \"x\"", "reverted: x", "Revert x"])
  func `other messages neither take back nor bring back`(text: String) {
    #expect(!message(text).takesSomethingBack && message(text).quotedKind == nil)
  }

  @Test(.timeLimit(.minutes(20)), arguments: ["\"", "", " (#1)", "\" (#1)", "1)", "\\\""])
  func `quotations may be nested to any depth`(end: String) {
    let depth = 10_000
    let text = String(repeating: "Revert \"", count: depth) + "fix: x" + String(repeating: end, count: depth)
    #expect(!message(text).takesSomethingBack && message(text).quotedKind?.type == "fix")
    #expect(message("Revert \"" + text).takesSomethingBack && message(text).reversals.count <= 1)
  }
}
