import ConventionalCommits
import SemanticVersions
import Testing

@Suite("Kinds of change")
struct CommitKindTests {
  @Test(arguments: [
    ("feat: x", CommitKind(type: "feat")), ("Feat(API): x", CommitKind(type: "feat", scope: "API")),
    ("fix( a )!: x", CommitKind(type: "fix", scope: "a", breaking: .yes)),
    ("docs: x\n\nBREAKING CHANGE: y", CommitKind(type: "docs", breaking: .yes)),
    ("docs: x\n\nb\nBREAKING CHANGE: y", CommitKind(type: "docs", breaking: .onlyGlued)),
    ("docs: x\n\nb\nBREAKING CHANGE: y\n\nBREAKING-CHANGE: z", CommitKind(type: "docs", breaking: .yes)),
    ("docs!: x\n\nb\nBREAKING CHANGE: y", CommitKind(type: "docs", breaking: .yes)),
    ("revert: x\n\nThis reverts commit 0123456.", CommitKind(type: "revert", takesBack: true)),
    ("revert: x\n\nThis reverts pull request 7.", CommitKind(type: "revert")),
    ("fix: x\n\nSee: y. This reverts commit 0123456.", CommitKind(type: "fix", takesBack: true)),
    ("Update\n\nBREAKING CHANGE: y", CommitKind(type: nil)), ("", CommitKind(type: nil)),
    ("Revert \"x\"\n\nThis reverts commit 0123456.", CommitKind(type: nil, takesBack: true)),
  ])
  func `a message is of one kind, strictly read or not`(text: String, kind: CommitKind) {
    #expect(CommitMessage(parsing: text).kind == kind)
    #expect(CommitMessage(parsing: text, strict: true).kind == kind)
  }

  @Test(arguments: [(CommitKind.Breaking.no, false, false), (.onlyGlued, true, false), (.yes, true, true)])
  func `a glued announcement counts where the policy is not strict`(
    breaking: CommitKind.Breaking, loosely: Bool, strictly: Bool
  ) {
    #expect(breaking.counts(strict: false) == loosely && breaking.counts(strict: true) == strictly)
    let verdicts = [false, true].map {
      BumpRules().verdict(on: CommitKind(type: "docs", breaking: breaking), strict: $0)
    }
    #expect(verdicts.map { $0.bump == .major } == [loosely, strictly])
  }

  @Test(arguments: BumpRules.Preset.allCases)
  func `the verdict on a kind is the verdict on its message`(preset: BumpRules.Preset) {
    let rules = BumpRules(preset: preset, rules: [.init(type: "FIX", scope: "a", bump: .minor)])
    let texts = ["feat: x", "fix(A): x", "fix: x\n\nb\nBREAKING CHANGE: y", "x", "revert: x", "docs!: x"]
    for text in texts + ["revert: x\n\nThis reverts commit 0123456."] {
      for strict in [false, true] {
        let message = CommitMessage(parsing: text, strict: strict)
        #expect(rules.verdict(on: message) == rules.verdict(on: message.kind, strict: strict))
        #expect(message.isBreaking == message.kind.breaking.counts(strict: strict))
      }
    }
  }
}
