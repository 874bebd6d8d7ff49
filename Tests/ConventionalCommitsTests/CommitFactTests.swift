import ConventionalCommits
import Testing

@Suite("What forges and footers say of a commit")
struct CommitFactTests {
  @Test(arguments: [
    ("feat: x (#12)", "12"), ("x (#1) (#12)\n\nbody (#13)", "12"), ("Revert \"x (#1)\" (#12)", "12"),
    ("Merge pull request #12 from o/branch", "12"), ("Merge pull request #12", "12"),
    ("Merge pull request #12 in P/r from a to b", "12"), ("Merged PR 12: feat: x", "12"),
    ("Merged PR 12: feat: x (#7)", "12"), ("Merged in feature/a (pull request #12)\n\nfeat: x", "12"),
    ("Merge branch 'a' (#12)", "12"), (" \n feat: x (#0012) ", "0012"),
  ])
  func `a subject names its pull request`(text: String, number: String) {
    #expect(CommitMessage(parsing: text).pullRequest == number)
  }

  @Test(arguments: [
    "feat: x", "feat: x(#12)", "feat: x (#12).", "feat: x (#)", "feat: x (12)", "feat: x (#1a)",
    "Revert \"x (#12)\"",
    "fix: x\n\n(#12)", "(#12)", "Merge pull request # from x", "Merged PR x: y", "Merged in a", "fix: #12",
    "",
    "feat: x (pull request #12)", "merge pull request #12 from o/b", "feat: x (#12", "12)",
  ])
  func `other subjects name none`(text: String) {
    #expect(CommitMessage(parsing: text).pullRequest == nil)
  }

  @Test(arguments: [
    "fix: x\n\nRelease-As: 2.0.0", "chore: x\nrelease-as:  2.0.0 \nRefs: #1", "x\n\nRELEASE-AS: 2.0.0",
    "fix: x\n\nRelease-As: 1.0.0\nRelease-As: 2.0.0", "fix: x\n\nRelease-As: 2.0.0\n\n---------\n\ntext",
    "fix: x\n\nRelease-As: \n 2.0.0", "fix: x\n\nRelease-As #2.0.0",
  ])
  func `the last footer Release-As says the version`(text: String) {
    #expect(CommitMessage(parsing: text).releaseAs == "2.0.0")
  }

  @Test(arguments: [
    "Release-As: 2.0.0", "fix: x\n\nbody\nRelease-As: 2.0.0", "fix: x\n\n```\nRelease-As: 2.0.0\n```",
    "fix: x\n\nRelease-As-Is: 2.0.0", "fix: x\n\nNo-Release-As: 2.0.0", "fix: x", "",
  ])
  func `without that footer there is none`(text: String) {
    #expect(CommitMessage(parsing: text).releaseAs == nil)
  }

  @Test func `messages are equal by their text and by how it is read`() {
    let text = "fix: x\n\nbody"
    let same = [text, "\u{FEFF}fix: x\r\n\r\nbody\r\n", text + "\n\n"].map { CommitMessage(parsing: $0) }
    #expect(Set(same).count == 1)
    #expect(CommitMessage(parsing: text) != CommitMessage(parsing: text, strict: true))
    #expect(CommitMessage(parsing: text) != CommitMessage(parsing: text + "."))
  }

  @Test func `a part that would fall apart is another message than its text alone`() {
    let text = "feat: t\n\nBEGIN_NESTED_COMMIT\nfix: a\n\n* fix: b\nEND_NESTED_COMMIT"
    let (part, alone) = (
      CommitMessage(parsing: text).squashedMessages[1], CommitMessage(parsing: "fix: a\n\n* fix: b")
    )
    #expect(part.body == alone.body && part != alone)
    #expect(part.squashedMessages.count == 1 && alone.squashedMessages.count == 2)
  }

  @Test func `a slice is read like an array`() {
    let bytes = Array("xxfix: a\r\n\r\né\n\nyy".utf8)
    #expect(CommitMessage(parsing: bytes[2..<15]) == CommitMessage(parsing: "fix: a\n\né"))
    #expect(CommitMessage(parsing: Array(bytes[2..<15])) == CommitMessage(parsing: "fix: a\n\né"))
  }
}
