import ConventionalCommits
import Testing

@Suite("What commits take back")
struct ReversalTests {
  static let id = "0123456789abcdef0123456789abcdef01234567"

  private func reversals(_ text: String) -> [Reversal] { CommitMessage(parsing: text).reversals }

  @Test(arguments: [
    ("Revert \"feat: x\"\n\nThis reverts commit \(id).", [id]),
    ("Revert \"feat: x\"\n\nThis reverts commit ABCDEF1, reversing\nchanges made to 7654321.", ["abcdef1"]),
    ("# x\n\nThis reverts commit 676104e (feat: x, 2024-05-01).", ["676104e"]),
    ("fix: x\n\nThis reverts commit 676104e. This reverts commit a215868.", ["676104e", "a215868"]),
    ("fix: x\n\n> This reverts commit 676104e.\n\nNote: This reverts commit 676104e", ["676104e"]),
    ("fix: x\n\nThis reverts commits 676104e and a215868.", ["676104e", "a215868"]),
    (
      "fix: x\n\nThis reverts commits 676104e,\na215868, and 5d3b1c0, not 1234567.",
      ["676104e", "a215868", "5d3b1c0"]
    ),
    ("revert: us\n\nRefs: 676104e, a215868", ["676104e", "a215868"]),
    ("REVERT(a)!: us\n\nwhy\n\nrefs: 676104E\nRefs: a215868\n b000000", ["676104e", "a215868", "b000000"]),
    ("revert: us\n\nThis reverts commit a215868.\n\nRefs: 676104e a215868", ["a215868", "676104e"]),
  ])
  func `commits are named by git's sentence or by the footer of a revert`(text: String, ids: [String]) {
    #expect(reversals(text) == ids.map(Reversal.commit))
  }

  @Test(arguments: [
    "This reverts commit 676104e.", "fix: x\n\nthis reverts commit 676104e.", "fix: x\n\nRefs: 676104e",
    "fix: x\n\nThis reverts commit 676104 ", "revert: x\n\nRefs #1234567", "revert: x\n\nRefs: #1234567",
    "revert: x\n\nRefs: 676104, v1.2.3, 676104eg", "revert: x\n\nSee: 676104e", "feat: x (#12)\n\nbody",
    "revert: x", "Update\n\nReverse everything", "fix: x\n\nThis reverts commits of last week, 676104e.", "",
    "Merge branch 'revert-12-main'", "revert \"feat: x\"", "Revert feat: x", "Revert^2 \"feat: x\"",
    "Reland \"feat: x\"", "fixup! Revert \"feat: x\"", "fix: Revert \"feat: x\"",
  ])
  func `nothing else names a commit`(text: String) {
    #expect(reversals(text).isEmpty)
  }

  @Test(arguments: [
    "Revert \"feat: x (#12)\" (#13)\n\nReverts owner/repo.js_1#12", "fix: x\n\nwhy\nReverts #12.",
    "Revert \"Merge branch 'a' into 'b'\"\n\nThis reverts merge request !12",
    "fix: x\n\nThis reverts merge request group/sub/project!12\n", "fix: x\n\n```\n#\n```\nReverts #12, too",
    "fix: x\n\nReverts #12\n\nNote: again\nReverts o/r#12",
  ])
  func `requests are named by the sentences of the forges`(text: String) {
    #expect(reversals(text) == [.pullRequest("12")])
  }

  @Test(arguments: [
    "> Reverts #12", "- Reverts #12", "It Reverts #12", "  Reverts #12", "```\nReverts #12\n```",
    "<details>\nReverts o/r#12\n</details>", "Reverts #", "Reverts #12a", "Reverts repo#12", "Reverts !12",
    "Reverts owner /repo#12", "Reverts: #12", "This reverts merge request #12", "reverts #12",
  ])
  func `other lines name no request`(line: String) {
    #expect(reversals("fix: x\n\nbody\n\(line)\nend").isEmpty)
  }

  @Test func `a sentence in the subject names nothing`() {
    #expect(
      reversals("Reverts #12").isEmpty && reversals("Reverts #12\n\nReverts #13") == [.pullRequest("13")])
  }

  @Test func `commits come before requests, and each comes once`() {
    let text =
      "Revert \"x\" (#3)\n\nReverts o/r#2\nReverts o/r#1\nReverts o/r#2\n\nThis reverts commit 0123456."
    #expect(reversals(text) == [.commit("0123456"), .pullRequest("2"), .pullRequest("1")])
  }

  @Test(arguments: [
    ("Revert \"feat: x\"", "feat: x"), ("Reapply \"feat: x\"\n\nbody", "feat: x"),
    ("Revert \"feat: x (#12)\" (#13)", "feat: x (#12)"),
    ("Revert \"Revert \"feat: x\"\"", "Revert \"feat: x\""),
    ("Revert \"Revert \\\"feat: x\\\"\"", "Revert \"feat: x\""),
    ("Revert \"Revert \\\"Revert \\\\\\\"x\\\\\\\"\\\" (#2)\" (#3)", "Revert \"Revert \\\"x\\\"\" (#2)"),
    ("Revert \"Revert \"feat: x\" (#2)\" (#3)", "Revert \"feat: x\" (#2)"), ("Revert \"\"", ""),
    ("Revert \"say \"hi\"\"", "say \"hi\""), ("Revert \"a \\\"b\\\"\"", "a \\\"b\\\""),
    ("Revert \"Reapply \"x\"\"", "Reapply \"x\""), ("\n Revert \"é\" ", "é"),
  ])
  func `without a name the quoted subject stands for the commit`(text: String, subject: String) {
    #expect(reversals(text) == [.subject(subject)])
  }

  @Test(arguments: ["Revert \"feat: a long sub", "Revert \"", "Reapply \"x\" again", "Revert \"x\" (#)"])
  func `a quotation without its end names nothing`(subject: String) {
    #expect(reversals(subject).isEmpty)
  }
}
