import ConventionalCommits
import Testing

@Suite("Squashed messages, forms of the tools")
struct SquashedMessagesFormTests {
  static let log = """
    commit 63ec09b9e844e616dcaa7bae35a0b66671b59fbb
    Merge: 0123456 789abcd
    Author: A <a@example.org>
    Date:   Sun Jan 19 12:05:23 2025 +0000

        fix(a): b

        body
            deeper

        BREAKING CHANGE: c

    commit 0123456
    Author: A <a@example.org>

        work in progress

        * feat: no commit of its own

    commit 1f34769bf8352131ad6f4879b8c47becf3c7aa69
    Author: A <a@example.org>

        Feat: d

        body d
    """

  @Test func `the log of a squash holds its commits`() {
    let messages = CommitMessage(parsing: "Squashed commit of the following:\n\n\(Self.log)").squashedMessages
    #expect(messages.map(\.subject) == ["fix(a): b", "Feat: d"])
    #expect(messages.map(\.body) == ["body\n    deeper", "body d"])
    #expect(messages.map(\.breakingDescriptions) == [["c"], []])
  }

  @Test func `a log may be an item of a pull request`() {
    let text = "Update\n\n* fix: z\n\n* Squashed commit of the following:\n\n\(Self.log)\n\n* docs: e"
    #expect(
      CommitMessage(parsing: text).squashedMessages.map(\.subject)
        == ["fix: z", "fix(a): b", "Feat: d", "docs: e"])
  }

  @Test func `text around the log belongs to the header`() throws {
    let text = "feat: t\n\nWhy.\n\nSquashed commit of the following:\n\n\(Self.log)\n\nRelease-As: 2.0.0"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map(\.subject) == ["feat: t", "fix(a): b", "Feat: d"])
    #expect(messages[0].footers(named: "Release-As").map(\.value) == ["2.0.0"])
    let body = try #require(messages[0].body)
    #expect(body.hasPrefix("Why.\n\n") && body.contains("work in progress") && !body.contains("fix(a)"))
  }

  @Test func `text around the log stays with the last commit where there is no header`() {
    let text = "Squashed commit of the following:\n\n\(Self.log)\nRelease-As: 2.0.0"
    #expect(
      CommitMessage(parsing: text).squashedMessages.map { $0.footers(named: "Release-As").map(\.value) }
        == [[], ["2.0.0"]])
  }

  @Test func `nested commits are read whole`() {
    let text =
      "feat: t\n\nBEGIN_NESTED_COMMIT\nfix: a\n\nbody\n\n* docs: part of the body\n\nRefs: #1\nEND_NESTED_COMMIT\n"
      + "BEGIN_NESTED_COMMIT\nDocs!: b\nEND_NESTED_COMMIT\nRefs: #2"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map(\.subject) == ["feat: t", "fix: a", "Docs!: b"])
    #expect(messages.map(\.body) == [nil, "body\n\n* docs: part of the body", nil])
    #expect(messages.map { $0.footers.map(\.value) } == [["#2"], ["#1"], []])
  }

  @Test func `a nested commit without an end takes the rest`() {
    let messages = CommitMessage(parsing: "feat: t\n\nBEGIN_NESTED_COMMIT\n\nfix: a\n\n* fix: b")
      .squashedMessages
    #expect(messages.map(\.subject) == ["feat: t", "fix: a"] && messages[1].body == "* fix: b")
  }

  @Test func `a nested commit of another type stays where it is`() {
    let text =
      "feat: t\n\nBEGIN_NESTED_COMMIT\nnote: a\n\nb\nEND_NESTED_COMMIT\n\n* fix: c"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map(\.subject) == ["feat: t", "fix: c"])
    #expect(messages[0].body == "BEGIN_NESTED_COMMIT\nnote: a\n\nb\nEND_NESTED_COMMIT")
  }

  @Test func `credits at the end belong to the header`() {
    let text =
      "feat: t\n\n* fix: a\n\n* fix: b\n\nCloses: #1\nCo-authored-by: Z <z>\n\nSigned-Off-By: Y <y>\n"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(
      messages.map { $0.footers.map(\.token) } == [["Co-authored-by", "Signed-Off-By"], [], ["Closes"]])
  }

  @Test func `credits of a commit in the middle are its own`() {
    let messages = CommitMessage(parsing: "feat: t\n\n* fix: a\n\nSigned-off-by: Z\n\n* fix: b")
      .squashedMessages
    #expect(messages.map { $0.footers.map(\.value) } == [[], ["Z"], []])
  }

  @Test func `everything below GitHub's rule belongs to the header`() {
    let text =
      "feat: t\n\nWhy.\n\n* fix: a\n\nbody\n\n---------\n\nRelease-As: 2.0.0\nCo-authored-by: Z\n\n* fix: b"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map(\.body) == ["Why.", "body", nil])
    #expect(messages.map { $0.footers.map(\.token) } == [["Release-As", "Co-authored-by"], [], []])
  }

  @Test func `without a conventional header the last part keeps all footers`() {
    let text = "Update\n\n* fix: a\n\n* fix: b\n\n---------\n\nCo-authored-by: Z"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map { $0.footers.map(\.value) } == [[], ["Z"]] && messages[1].body == nil)
  }

  @Test(arguments: ["feat(a): t (#12)", "feat(a)!: t (#12)", "feat(a): t"])
  func `the commit that gave the title is not told twice`(title: String) {
    let text = "\(title)\n\n* feat(a): t\n\nbody\n\nRefs: #1\n\n* fix: b"
    let messages = CommitMessage(parsing: text).squashedMessages
    #expect(messages.map(\.subject) == [title, "fix: b"])
    #expect(messages[0].body == "body" && messages[0].footers.map(\.value) == ["#1"])
  }

  @Test(arguments: ["feat(a)!: t", "feat: t", "fix(a): t", "feat(a): t (#11)", "feat(a): t (#x)"])
  func `a commit that differs from the title is told`(commit: String) {
    #expect(
      CommitMessage(parsing: "feat(a): t (#12)\n\n* \(commit)").squashedMessages.map(\.subject)
        == ["feat(a): t (#12)", commit])
  }

  @Test(arguments: [
    "feat(a): t abc)", "feat(a): t (12)", "feat(a): t (#12) b", "feat(a): t (#)b", "feat(a): )",
  ])
  func `only the number of the request is set aside in the title`(title: String) {
    #expect(
      CommitMessage(parsing: "\(title)\n\n* feat(a): t").squashedMessages.map(\.subject)
        == [title, "feat(a): t"])
  }

  @Test func `text that goes back to the header is a paragraph of its own`() {
    let text = "feat: t\n\nWhy.\n* fix: a\n---------\nRelease-As: 2.0.0"
    #expect(CommitMessage(parsing: text).squashedMessages.map { $0.footers.map(\.value) } == [["2.0.0"], []])
  }

  @Test(arguments: ["commit 012345", "commit 0123456 x", "commit 01234567g", " commit 0123456"])
  func `a line that names no commit starts no entry of a log`(line: String) {
    let text = "feat: t\n\nSquashed commit of the following:\n\n\(line)\nAuthor: A\n\n    fix: a"
    #expect(CommitMessage(parsing: text).squashedMessages == [CommitMessage(parsing: text)])
  }

  @Test func `a carriage return of its own stays in a part`() {
    let messages = CommitMessage(parsing: "feat: t\r\n\r\n* fix: a\r\n\r\nx\r\r\ny").squashedMessages
    #expect(messages.map(\.body) == [nil, "x\r\ny"])
  }
}
