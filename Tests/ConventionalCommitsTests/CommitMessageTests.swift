import ConventionalCommits
import Testing

@Suite("Commit messages")
struct CommitMessageTests {
  @Test func `a message falls into header, body and footers`() {
    let message = CommitMessage(parsing: "fix(io): close\n\nOne.\n\nTwo.\n\nRefs #1\nReviewed-by:  Z \n")
    #expect(message.subject == "fix(io): close")
    #expect(message.body == "One.\n\nTwo.")
    #expect(message.footers.map(\.token) == ["Refs", "Reviewed-by"])
    #expect(message.footers.map(\.separator) == [.hash, .colon])
    #expect(message.footers.map(\.value) == ["1", "Z"])
  }

  @Test func `bytes lose their mark, their blank lines in front and their carriage returns`() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("\r\n \t\r\nfeat: x\r\n\r\nbody\r\nmore\r\n".utf8)
    let message = CommitMessage(parsing: bytes)
    #expect(message.header?.description == "x")
    #expect(message.body == "body\nmore")
  }

  @Test func `a carriage return of its own is no line break`() {
    #expect(CommitMessage(parsing: "feat: x\ry").header?.description == "x\ry")
    #expect(CommitMessage(parsing: "feat: x\r\r\n\nb").body == "b")
  }

  @Test func `invalid UTF-8 is replaced and spoils nothing else`() {
    let message = CommitMessage(parsing: Array("fix: \u{1}".utf8) + [0xFF] + Array("!\n\n".utf8) + [0xC3])
    #expect(message.header?.description == "\u{1}\u{FFFD}!")
    #expect(message.body == "\u{FFFD}")
  }

  @Test(arguments: ["", "\n", " \n\t\r\n", "\u{FEFF}"])
  func `a blank message has nothing`(text: String) {
    let message = CommitMessage(parsing: text)
    #expect(
      message.subject.isEmpty && message.header == nil && message.body == nil && message.footers.isEmpty)
  }

  @Test func `a message without convention still has body and footers`() {
    let message = CommitMessage(parsing: "Update things\n\nWhy.\n\nRelease-As: 3.0.0")
    #expect(message.header == nil && message.subject == "Update things" && message.body == "Why.")
    #expect(message.footers(named: "release-as").map(\.value) == ["3.0.0"])
  }

  @Test(arguments: [
    "see https://x.y: z", "Key:no space", "key_underscore: v", "-x: option", "two words: v", "Ends:", "#1: x",
    "Ünïcode: v", "```\nKey: v\n```", "~~~~\n```\n\nKey: v\n~~~~", "<details>\n\nKey: v\n</details>",
    "<blockquote><details>\n</details>\n\nKey: v\n</BLOCKQUOTE>",
  ])
  func `a paragraph of another form is no footer`(paragraph: String) {
    let message = CommitMessage(parsing: "fix: x\n\n\(paragraph)\n")
    #expect(message.footers.isEmpty && message.body == paragraph)
  }

  @Test(arguments: [
    "````\n```\n````", "``` a`b", "    ```", "prose about <details>", "<p>x</p>", "<details>\nx\n</details>",
    "~~~\n~~~~ ",
  ])
  func `a quotation that is closed hides no footer below it`(paragraph: String) {
    let message = CommitMessage(parsing: "fix: x\n\n\(paragraph)\n\nRefs: #7")
    #expect(message.footers.map(\.value) == ["#7"])
  }

  @Test func `a value goes on over code until the next footer`() {
    let message = CommitMessage(parsing: "fix: x\n\nNote: a\n\n```\nKey: v\n```\n\nRefs #2")
    #expect(message.footers.map(\.value) == ["a\n\n```\nKey: v\n```", "2"])
  }

  @Test func `footers are found by token in any case`() {
    let message = CommitMessage(parsing: "fix: x\n\nCloses #1\ncloses: #2\nCloses-Not: #3")
    #expect(message.footers(named: "CLOSES").map(\.value) == ["1", "#2"])
  }

  @Test(arguments: [
    ("Merge branch 'a' into b", GeneratedSubject.merge), ("Merged PR 1: feat: x", .merge),
    ("fixup! feat: x", .autosquash),
    ("squash! x", .autosquash), ("amend! x", .autosquash), ("Revert \"feat: x\"", .revert),
    ("Reapply \"feat: x\"", .reapply),
  ])
  func `subjects that git or a forge wrote are known`(subject: String, meaning: GeneratedSubject) {
    #expect(CommitMessage(parsing: subject).generatedSubject == meaning)
  }

  @Test(arguments: ["Mergers: x", "revert: x", "Revert x", "fixup: x", "feat: Merge x"])
  func `other subjects were written by people`(subject: String) {
    #expect(CommitMessage(parsing: subject).generatedSubject == nil)
  }

  @Test func `reverted commits are named by git's sentence`() {
    let text =
      "Revert \"x\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.\n"
      + "And see TThis reverts commit abcdef1, too."
    #expect(
      CommitMessage(parsing: text).revertedCommits == ["0123456789abcdef0123456789abcdef01234567", "abcdef1"])
    #expect(
      CommitMessage(parsing: "revert: x\n\nThis reverts commit abc. Refs: 0123456").revertedCommits.isEmpty)
  }
}
