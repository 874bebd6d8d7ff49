import ConventionalCommits
import ReleasePlanning
import SemanticVersions
import Testing

@Suite("Accounting of commits")
struct AccountingTests {
  @Test func `every commit is accounted for`() throws {
    let history = PlannedHistory(messages: ["feat: a", "docs: b", "wip", "fix: c", revert(4)])
    #expect(try history.outcomes == [.counted, .noEffect, .notConventional, .cancelled, .cancelled])
  }

  @Test func `a revert takes its commit out of the range`() throws {
    let history = PlannedHistory(messages: ["feat!: a", "fix: b", revert(1)])
    #expect(try history.plan.next == "1.0.1")
    #expect(try history.plan.commits.map(\.because).first == .reverts(id(1)))
    #expect(try history.plan.commits.map(\.because).last == .revertedBy(id(3)))
  }

  @Test func `a revert of a revert brings the commit back`() throws {
    let history = PlannedHistory(messages: ["feat: a", revert(1), reapply(2)])
    #expect(try history.plan.next == "1.1.0")
    #expect(try history.outcomes == [.counted, .cancelled, .cancelled])
  }

  @Test func `a third revert takes it out again`() throws {
    let history = PlannedHistory(messages: ["feat: a", revert(1), reapply(2), revert(3)])
    #expect(try history.plan.next == nil)
    #expect(try history.outcomes == [.cancelled, .cancelled, .cancelled, .cancelled])
  }

  @Test func `a commit that is reverted, brought back and reverted anew is out`() throws {
    let history = PlannedHistory(messages: ["feat: a", revert(1), reapply(2), revert(1)])
    #expect(try history.plan.next == nil)
  }

  @Test func `a revert that names several commits takes all of them out`() throws {
    let both = "Revert two\n\nThis reverts commit {1}.\nThis reverts commit {2}."
    let history = PlannedHistory(messages: ["feat: a", "feat!: b", "fix: c", both])
    #expect(try history.plan.next == "1.0.1")
    #expect(try history.outcomes == [.cancelled, .cancelled, .counted, .cancelled])
  }

  @Test(arguments: [
    "revert: feat: a\n\nThis reverts commit {1}.", "revert!: feat: a\n\nThis reverts commit {1}.",
  ])
  func `a conventional revert cancels as well`(message: String) throws {
    #expect(try PlannedHistory(messages: ["feat: a", message]).plan.next == nil)
  }

  @Test(arguments: [
    "Revert \"feat: a\"\n\nThis reverts commit 0123456789012345678901234567890123456789.",
    "revert: feat: a\n\nThis reverts commit 0123456789012345678901234567890123456789.",
  ])
  func `the revert of what was released is a patch`(message: String) throws {
    let plan = try PlannedHistory(messages: [message]).plan
    #expect(plan.next == "1.0.1")
    #expect(plan.commits.map(\.outcome) == [.counted])
  }

  @Test func `an abbreviated name is enough for a revert`() throws {
    let message = "Revert \"a\"\n\nThis reverts commit \(id(1).prefix(7))."
    #expect(try PlannedHistory(messages: ["feat: a", message]).plan.next == nil)
  }

  @Test func `a commit that is named is ignored`() throws {
    let policy = try policy("ignore: { commits: ['\(id(2).prefix(10))', '\(id(1).prefix(6))'] }")
    let history = PlannedHistory(messages: ["feat: a", "feat!: b"], policy: policy)
    #expect(try history.outcomes == [.counted, .ignored])
    #expect(try history.plan.next == "1.1.0")
  }

  @Test(arguments: ["renovate[bot]", "ada@example.org"])
  func `an author who is named is ignored`(author: String) throws {
    let policy = try policy("ignore: { authors: ['\(author)'] }")
    let history = PlannedHistory(
      messages: ["feat: a\n\nRelease-As: 3.0.0"], policy: policy, author: "renovate[bot]")
    #expect(try history.plan.next == nil)
    #expect(try history.plan.commits.map(\.because) == [.ignoredAuthor(author)])
  }

  @Test func `a squashed commit counts for the most of what is in it`() throws {
    let message = "feat: a (#12)\n\n* feat: a\n\n* fix!: b\n\n* docs: c"
    #expect(try PlannedHistory(messages: [message]).plan.next == "2.0.0")
    #expect(try PlannedHistory(messages: [message], policy: policy("squash: 'whole'")).plan.next == "1.1.0")
  }
}
