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
    #expect(try history.plan.commits.map(\.because).first == .reverts(name(1)))
    #expect(try history.plan.commits.map(\.because).last == .revertedBy(name(3)))
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

  @Test(arguments: [
    "feat!: rewrite\n\n> This reverts commit {1}.", "fix: b\n\nThis reverts commit {1}.",
    "chore: b\n\nReverts o/r#12",
  ])
  func `what a body tells of reverts makes no revert of another commit`(message: String) throws {
    #expect(
      try PlannedHistory(messages: ["feat: a (#12)", message]).outcomes.allSatisfy { $0 != .cancelled })
  }

  @Test func `what an update of a dependency quotes was done elsewhere`() throws {
    let message = "chore(deps): update x to v3\n\n* feat!: upstream\n* fix: upstream"
    #expect(try PlannedHistory(messages: [message]).plan.next == nil)
  }

  @Test func `a squash of one commit counts for it`() throws {
    let plan = try PlannedHistory(messages: ["Merged in f (pull request #10)\n\nfix(x): some subject"]).plan
    #expect(plan.next == "1.0.1")
    #expect(plan.reasons.first?.kind.scope == "x")
  }

  @Test func `a footer that is honoured is the first reason, and an older one is said to be overruled`()
    throws
  {
    let messages = ["chore: a\n\nRelease-As: v3.0.0", "fix: b", "chore: c\n\nRelease-As: v2.5.0"]
    let plan = try PlannedHistory(messages: messages).plan
    #expect(plan.next == "2.5.0")
    #expect(plan.reasons.map(\.because).first == .releaseAs("v2.5.0"))
    #expect(plan.commits.map(\.because).last == .overruled("v3.0.0"))
  }

  @Test func `an abbreviated name is enough for a revert`() throws {
    let message = "Revert \"a\"\n\nThis reverts commit \(id(1).prefix(7))."
    #expect(try PlannedHistory(messages: ["feat: a", message]).plan.next == nil)
  }

  @Test(arguments: [.commit, .author("renovate[bot]"), .paths] as [CommitReading.Exclusion])
  func `what a rule leaves out counts for nothing`(rule: CommitReading.Exclusion) throws {
    let history = PlannedHistory(
      messages: ["feat: a", "feat!: b\n\nRelease-As: 3.0.0"], exclusions: [2: rule])
    #expect(try history.outcomes == [.counted, .ignored])
    #expect(try history.plan.next == "1.1.0")
    #expect(try history.plan.commits.first?.because == .excluded(rule))
  }

  @Test func `a revert takes what a rule leaves out along`() throws {
    let history = PlannedHistory(messages: ["feat: a", revert(1)], exclusions: [1: .author("bot")])
    #expect(try history.outcomes == [.ignored, .cancelled])
  }

  @Test func `a reverted merge takes its branch with it, whoever was left out on the main line`() throws {
    let (base, work, chore, side, merge) = (name(0), name(1), name(2), name(3), name(4))
    let revert = "Revert \"Merge\"\n\nThis reverts commit \(merge), reversing\nchanges made to \(chore)."
    let left = CommitReading(
      id: chore, parents: [work], message: CommitMessage(parsing: "chore: deps"), exclusion: .author("bot"))
    let commits = [
      reading(5, [merge], revert), reading(4, [chore, side], "Merge"), left, reading(3, [base], "fix: side"),
      reading(1, [base], "feat: main work"),
    ]
    let accounts = Accounting(commits, of: CommitGraph(commits), under: VersionPolicy()).accounts
    #expect(accounts.map(\.outcome) == [.cancelled, .cancelled, .ignored, .cancelled, .counted])
  }

  @Test func `the order of the list, which goes by dates, decides nothing`() throws {
    let commits = [
      reading(1, [name(0)], "feat!: a"),
      reading(2, [name(1)], "Revert \"feat!: a\"\n\nThis reverts commit \(name(1))."),
    ]
    let accounts = Accounting(commits, of: CommitGraph(commits), under: VersionPolicy()).accounts
    #expect(accounts.map(\.outcome) == [.cancelled, .cancelled])
  }

  @Test func `many reverts of one subject take one commit each`() throws {
    let count = 3000
    let messages =
      Array(repeating: "feat: a", count: count) + Array(repeating: "Revert \"feat: a\"", count: count - 1)
    let commits = messages.enumerated().reversed().map { place, message in
      reading(place + 1, [name(place)], message)
    }
    let accounts = Accounting(commits, of: CommitGraph(commits), under: VersionPolicy()).accounts
    #expect(accounts.filter { $0.outcome == .counted }.map(\.commit.id) == [name(1)])
  }

  @Test func `a revert that a rule leaves out undoes nothing`() throws {
    let history = PlannedHistory(messages: ["feat: a", revert(1)], exclusions: [2: .author("bot")])
    #expect(try history.outcomes == [.counted, .ignored])
  }

  @Test(
    arguments: [(.file, "feat: a", "1.1.0"), (.note, "docs: a", nil)]
      as [(CommitReading.Correction, String, Version?)])
  func `a corrected message is overridden and counts for what it says now`(
    place: CommitReading.Correction, message: String, next: Version?
  ) throws {
    let history = PlannedHistory(messages: [message], corrections: [1: place])
    #expect(try history.outcomes == [.overridden])
    #expect(try history.plan.next == next)
  }

  @Test func `a revert of the revert of a released commit brings it back as what it was`() throws {
    let plan = try PlannedHistory(messages: ["Reapply \"feat: a\"\n\nThis reverts commit 0123456789."]).plan
    #expect(plan.next == "1.1.0")
  }

  @Test(arguments: [
    ["feat: a (#12)", "Revert \"feat: a (#12)\" (#13)\n\nReverts o/r#12"],
    ["feat: a (#12)", "Revert \"feat: a\" (#13)"], ["feat: a", "Revert \"feat: a\""],
    ["feat: a", "Revert \"feat: a\"\n\nThis reverts merge request !9"],
  ])
  func `a revert may name a pull request or the subject`(messages: [String]) throws {
    #expect(try PlannedHistory(messages: messages).outcomes == [.cancelled, .cancelled])
  }

  @Test func `the revert of a revert by its subject brings the commit back`() throws {
    let history = PlannedHistory(messages: ["feat: a", "Revert \"feat: a\"", "Reapply \"feat: a\""])
    #expect(try history.outcomes == [.counted, .cancelled, .cancelled])
  }

  @Test func `a reverted merge takes its branch with it`() throws {
    let (base, main, branch, merge) = (name(0), name(1), name(2), name(3))
    let revert =
      "Revert \"Merge branch 'x'\"\n\nThis reverts commit \(merge), reversing\nchanges made to \(main)."
    let commits = [
      reading(4, [merge], revert), reading(3, [main, branch], "Merge branch 'x'"),
      reading(2, [base], "feat!: on the branch"), reading(1, [base], "fix: on main"),
    ]
    let accounts = Accounting(commits, of: CommitGraph(commits), under: VersionPolicy()).accounts
    #expect(accounts.map(\.outcome) == [.cancelled, .cancelled, .cancelled, .counted])
  }

  private func reading(_ number: Int, _ parents: [CommitName], _ message: String) -> CommitReading {
    CommitReading(id: name(number), parents: parents, message: CommitMessage(parsing: message))
  }

  @Test func `a squashed commit counts for the most of what is in it`() throws {
    let message = "feat: a (#12)\n\n* feat: a\n\n* fix!: b\n\n* docs: c"
    #expect(try PlannedHistory(messages: [message]).plan.next == "2.0.0")
    #expect(try PlannedHistory(messages: [message], policy: policy("squash: 'whole'")).plan.next == "1.1.0")
  }
}
