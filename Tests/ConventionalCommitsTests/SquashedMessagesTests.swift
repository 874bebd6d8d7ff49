import ConventionalCommits
import Testing

@Suite("Squashed messages")
struct SquashedMessagesTests {
  /// The subjects of the messages that a text stands for.
  private func subjects(_ text: String) -> [String] {
    CommitMessage(parsing: text).squashedMessages.map(\.subject)
  }

  @Test(arguments: [
    "feat: a", "feat: a\n\nbody\n\nRefs: #1", "", "Update things", "Merge branch 'a' into b",
    "Squashed commit of the following:", "BEGIN_NESTED_COMMIT", "* feat:", "Merged PR 1: Update things",
  ])
  func `a message that holds no others stands for itself`(text: String) {
    let message = CommitMessage(parsing: text)
    #expect(message.squashedMessages == [message])
  }

  @Test func `bullets are the commits of a pull request`() {
    let text = "feat(a): t (#9)\n\nWhy.\n\n* fix: b\n\nbody b\n\nRefs: #1\n\n* Perf(x)!: c\n\n* docs: d\n"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map(\.subject) == ["feat(a): t (#9)", "fix: b", "Perf(x)!: c", "docs: d"])
    #expect(messages.map(\.body) == ["Why.", "body b", nil, nil])
    #expect(messages.map(\.isBreaking) == [false, false, true, false])
    #expect(messages[1].footers(named: "refs").map(\.value) == ["#1"])
  }

  @Test func `a title without convention is no message beside its commits`() {
    #expect(subjects("Harden things (#106)\n\n* feat: a\n\n* fix: b") == ["feat: a", "fix: b"])
    #expect(subjects("* feat: a\n\n* fix: b") == ["feat: a", "fix: b"])
    #expect(subjects("* feat: a") == ["feat: a"])
  }

  @Test func `a list without blank lines between its items is a list of commits, too`() {
    #expect(
      subjects("feat: t\n\nAll of it:\n* feat: a\n* did more\n* fix: b") == ["feat: t", "feat: a", "fix: b"])
  }

  @Test(arguments: [
    "Merge pull request #1 from o/f\n\nfeat: title\n\nbody",
    "Merge branch 'f' into 'main'\n\nfeat: title\n\nbody",
    "Merged in f (pull request #10)\n\nfeat: title\n\nbody", "Merged PR 12: feat: title\n\nbody",
    "\n\r\nMerge pull request #1 from o/f\r\n\r\nfeat: title\r\n\r\nbody\r\n",
  ])
  func `a merge stands for the title of its request`(text: String) {
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages == [CommitMessage(parsing: "feat: title\n\nbody")])
  }

  @Test func `paragraphs that start with a header are messages`() {
    #expect(
      subjects("feat: a\n\nbody\n\nRefs: #1\n\nfix(b)!: c\n\ndeps: d") == [
        "feat: a", "fix(b)!: c", "deps: d",
      ])
  }

  @Test func `text below a part may stand in a margin`() {
    let text =
      "feat: a\n\nfix: b\n  Source-Link: x\n  BREAKING-CHANGE: y\n\n* fix: c\n\n  - z\n    - zz\n\n  BREAKING CHANGE: w"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map(\.breakingDescriptions) == [[], ["y"], ["w"]])
    #expect(messages[2].body == "- z\n  - zz")
  }

  @Test func `a breaking change belongs to the part that announces it`() {
    let text = "feat: t\n\nBREAKING CHANGE: 1\n\n* fix: a\n\nbody\nBREAKING CHANGE: 2\n\n* fix: b"
    #expect(
      CommitMessage(parsing: text).squashedMessages.map(\.breakingDescriptions) == [["1"], ["2"], []])
    #expect(
      CommitMessage(parsing: text, strict: true).squashedMessages.map(\.isBreaking) == [true, false, false])
  }

  @Test(arguments: [
    "note: this", "http://x: y", "* note: this", "* see: http://x", "Test: by hand", "text\nfix: a", "feat:b",
    "> fix: a", "> * fix: a", "    fix: a", "    * fix: a", "  * fix: a", "- fix: a", "*fix: a",
    "```\n* fix: a\n\nfix: b\n```", "~~~\nBEGIN_NESTED_COMMIT\nfix: a\nEND_NESTED_COMMIT\n~~~",
    "<details>\n\n* fix: a\n\n</details>", "<blockquote>\n\nfix: a\n</blockquote>", "* fix(): a", "* fix: ",
    "commit 0123456\nAuthor: A\n\n    fix: a", "BEGIN_NESTED_COMMIT\nnote: a\nEND_NESTED_COMMIT",
    "BEGIN_NESTED_COMMIT\n fix: a\nEND_NESTED_COMMIT", "feats: a", "feat-a: b", "features", "dependencies: a",
  ])
  func `prose and quotations are no messages`(text: String) {
    let message = CommitMessage(parsing: "feat: t\n\nbody\n\n\(text)\n\nend")
    #expect(message.squashedMessages == [message])
  }

  @Test func `a quotation inside a part stays there`() {
    let text = "feat: t\n\n* fix: a\n\n```\n* fix: no\n```\n\n* fix: b"
    #expect(CommitMessage(parsing: text).squashedMessages.map(\.body) == [nil, "```\n* fix: no\n```", nil])
  }

  @Test(arguments: [
    "Revert \"feat: a\"\n\nThis reverts commit 0123456.\n\n* fix: b", "fixup! feat: a\n\nfix: b",
    "amend! feat: a\n\nfeat: a\n\nbody", "Reapply \"feat: a\"\n\n* fix: b", "squash! feat: a\n\n* fix: b",
  ])
  func `what undoes or amends is not taken apart`(text: String) {
    let message = CommitMessage(parsing: text)
    #expect(message.squashedMessages == [message])
  }
}
