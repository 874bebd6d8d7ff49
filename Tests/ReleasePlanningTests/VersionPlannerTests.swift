import ConventionalCommits
import ReleasePlanning
import SemanticVersions
import Testing

@Suite("Next version")
struct VersionPlannerTests {
  @Test(
    arguments: [
      (["fix: a"], "1.0.1"), (["feat: a"], "1.1.0"), (["feat!: a"], "2.0.0"),
      (["fix: a", "feat: b", "fix: c"], "1.1.0"),
      (["perf: a"], "1.0.1"), (["fix: a\n\nBREAKING CHANGE: b"], "2.0.0"),
    ] as [([String], Version)])
  func `the commit that moves it most decides`(messages: [String], version: Version) throws {
    let plan = try PlannedHistory(messages: messages).plan
    #expect(plan.next == version)
    #expect(plan.tag == "v\(version)")
    #expect(plan.origin == .commits)
    #expect(plan.headCommit == name(messages.count))
  }

  @Test(arguments: [[], ["docs: a"], ["Update README", "fixed stuff"], ["chore: a", "wip"]])
  func `commits without effect make no version`(messages: [String]) throws {
    let plan = try PlannedHistory(messages: messages).plan
    #expect(plan.next == nil)
    #expect(plan.tag == nil)
    #expect(plan.bump == .none)
    #expect(plan.commits.count == messages.count)
  }

  @Test(
    arguments: [
      ([], nil), (["latest", "nightly-1", "v1.02.0", "1.0.0", "vx"], nil),
      (["v1.9.0", "v1.10.0"], "v1.10.0"),
      (["v1.0.0", "v2.0.0-rc.1"], "v1.0.0"), (["v2.0.0-rc.1"], nil),
    ] as [([String], String?)])
  func `it counts from the highest stable version that can be reached`(tags: [String], base: String?) throws {
    #expect(try PlannedHistory(tags: tags).plan.base?.name == base)
  }

  @Test func `a corrected commit is a reason as well`() throws {
    let plan = try PlannedHistory(messages: ["fix: a", "feat!: b"], corrections: [2: .note]).plan
    #expect(plan.reasons.map(\.commit.subject) == ["feat!: b", "fix: a"])
  }

  @Test func `of several commits before 1.0.0 the one that is worth most decides`() throws {
    let policy = try policy("pre_major: { breaking: 'patch', feature: 'minor' }")
    let plan = try PlannedHistory(messages: ["feat: a", "feat!: b"], tags: ["v0.3.1"], policy: policy).plan
    #expect(plan.next == "0.4.0")
  }

  @Test func `the reasons come in the order of their weight`() throws {
    let plan = try PlannedHistory(messages: ["fix: a", "feat: b", "docs: c", "feat!: d", "fix: e"]).plan
    #expect(plan.reasons.map(\.commit.subject) == ["feat!: d", "feat: b", "fix: e", "fix: a"])
  }

  @Test(
    arguments: [
      ("feat!: a", "minor", "minor", "0.4.0"), ("feat!: a", "major", "minor", "1.0.0"),
      ("feat!: a", "patch", "patch", "0.3.2"), ("feat: a", "minor", "patch", "0.3.2"),
      ("feat: a", "minor", "minor", "0.4.0"), ("fix: a", "major", "major", "0.3.2"),
    ] as [(String, String, String, Version)])
  func `before 1.0.0 the policy decides`(message: String, breaking: String, feature: String, next: Version)
    throws
  {
    let policy = try policy("pre_major: { breaking: '\(breaking)', feature: '\(feature)' }")
    #expect(try PlannedHistory(messages: [message], tags: ["v0.3.1"], policy: policy).plan.next == next)
  }

  @Test func `from 1.0.0 on that policy decides nothing`() throws {
    let policy = try policy("pre_major: { breaking: 'patch', feature: 'patch' }")
    #expect(try PlannedHistory(messages: ["feat!: a"], policy: policy).plan.next == "2.0.0")
  }

  @Test(arguments: ["fix: a", "feat: a", "feat!: a"])
  func `the first version is the initial one`(message: String) throws {
    let plan = try PlannedHistory(messages: [message], tags: [], policy: policy("initial: '0.5.0'")).plan
    #expect(plan.next == "0.5.0")
    #expect(plan.origin == .initial)
  }

  @Test func `nothing worth a release makes no first version either`() throws {
    #expect(try PlannedHistory(messages: ["chore: a"], tags: []).plan.next == nil)
  }

  @Test func `a rule of the project comes before the preset`() throws {
    let policy = try policy(
      "rules: [{ type: 'docs', scope: 'readme.md', bump: 'patch' }, { type: 'feat', bump: 'none' }]")
    #expect(try PlannedHistory(messages: ["docs(README.md): a"], policy: policy).plan.next == "1.0.1")
    #expect(try PlannedHistory(messages: ["docs: a", "feat: b"], policy: policy).plan.next == nil)
  }

  @Test func `a version that exists elsewhere is refused`() throws {
    let history = PlannedHistory(messages: ["fix: a"], otherTags: ["v1.0.1"])
    #expect(history.refusal == .tagExists("v1.0.1", commit: name(99)))
  }

  @Test func `a higher version elsewhere is no obstacle`() throws {
    #expect(try PlannedHistory(messages: ["fix: a"], otherTags: ["v2.0.0"]).plan.next == "1.0.1")
  }

  @Test func `history that is cut off before the last release is refused`() {
    #expect(PlannedHistory(messages: ["fix: a"], isCutOff: true).refusal == .shallowHistory)
  }
}

@Suite("Asked versions")
struct AskedVersionTests {
  @Test func `a version that was asked for is taken`() throws {
    let plan = try PlannedHistory(messages: ["fix: a"], asked: "3.0.0").plan
    #expect(plan.next == "3.0.0")
    #expect(plan.origin == .asked)
  }

  @Test(arguments: ["1.0.0", "0.9.0", "1.0.0-rc.1"] as [Version])
  func `a version that is not above the last is refused`(version: Version) {
    #expect(PlannedHistory(asked: version).refusal == .notAbove(asked: version, current: "1.0.0"))
  }

  @Test func `a version that is taken is refused`() {
    let history = PlannedHistory(otherTags: ["v1.4.0"], asked: "1.4.0")
    #expect(history.refusal == .tagExists("v1.4.0", commit: name(99)))
  }

  @Test func `a footer asks for a version`() throws {
    let plan = try PlannedHistory(messages: ["chore: prepare\n\nRelease-As: 3.0.0", "fix: b"]).plan
    #expect(plan.next == "3.0.0")
    #expect(plan.origin == .footer(commit: name(1)))
  }

  @Test func `the newest footer of the range decides`() throws {
    let messages = ["fix: a\n\nRelease-As: 3.0.0", "fix: b\n\nRelease-As: 1.5.0"]
    #expect(try PlannedHistory(messages: messages).plan.next == "1.5.0")
  }

  @Test func `the command line comes before a footer`() throws {
    let history = PlannedHistory(messages: ["fix: a\n\nRelease-As: 3.0.0"], asked: "4.0.0")
    #expect(try history.plan.next == "4.0.0")
  }

  @Test(arguments: ["next", "vv3.0.0", "3.0"])
  func `a footer without a version is refused`(text: String) {
    let history = PlannedHistory(messages: ["fix: a\n\nRelease-As: \(text)"])
    #expect(history.refusal == .footerUnreadable(text, commit: name(1)))
  }

  @Test func `a footer that asks to go back is refused`() {
    let history = PlannedHistory(messages: ["fix: a\n\nRelease-As: 0.9.0"])
    #expect(history.refusal == .notAbove(asked: "0.9.0", current: "1.0.0"))
  }

  @Test func `the footer of a commit that was reverted asks for nothing`() throws {
    let messages = ["feat: a\n\nRelease-As: 3.0.0", revert(1), "fix: b"]
    #expect(try PlannedHistory(messages: messages).plan.next == "1.0.1")
  }
}

@Suite("Prerelease channels")
struct PrereleaseChannelTests {
  private let next = Channel.prerelease(identifier: "next")

  @Test(
    arguments: [
      (["v1.0.0"], "1.1.0-next.1"), (["v1.0.0", "v1.1.0-next.1"], "1.1.0-next.2"),
      (["v1.0.0", "v1.1.0-next.9", "v1.1.0-next.10"], "1.1.0-next.11"),
      (["v1.0.0", "v1.1.0-rc.4"], "1.1.0-next.1"),
      (["v1.0.0", "v1.0.1-next.3"], "1.1.0-next.1"), ([], "0.1.0-next.1"),
      (["v1.0.0", "v1.1.0-next"], "1.1.0-next.1"),
    ] as [([String], Version)])
  func `the next prerelease counts up from the last of its version`(tags: [String], version: Version) throws {
    #expect(try PlannedHistory(messages: ["feat: a"], tags: tags, channel: next).plan.next == version)
  }

  @Test func `a breaking change leads to the first prerelease of a higher version`() throws {
    let tags = ["v1.0.0", "v1.1.0-next.1"]
    let plan = try PlannedHistory(messages: ["feat: a", "feat!: b"], tags: tags, channel: next).plan
    #expect(plan.next == "2.0.0-next.1")
  }

  @Test func `a stable release takes in all since the last stable one`() throws {
    let history = PlannedHistory(messages: ["feat: a", "fix: b"], tags: ["v1.0.0", "v1.1.0-next.1"])
    #expect(try history.plan.next == "1.1.0")
  }

  @Test func `an identifier of several parts counts up as well`() throws {
    let channel = Channel.prerelease(identifier: "alpha.nightly")
    let tags = ["v1.0.0", "v1.1.0-alpha.nightly.1"]
    #expect(
      try PlannedHistory(messages: ["feat: a"], tags: tags, channel: channel).plan.next
        == "1.1.0-alpha.nightly.2")
  }

  @Test(arguments: ["", "a b", "ä", "01", "a..b"])
  func `an identifier that can stand in no version is refused`(identifier: String) {
    let channel = Channel.prerelease(identifier: identifier)
    #expect(PlannedHistory(messages: ["feat: a"], channel: channel).refusal == .channelIdentifier(identifier))
  }

  @Test func `a prerelease whose tag exists elsewhere is refused`() {
    let history = PlannedHistory(messages: ["feat: a"], otherTags: ["v1.1.0-next.1"], channel: next)
    #expect(history.refusal == .tagExists("v1.1.0-next.1", commit: name(99)))
  }
}
