import ConventionalCommits
import SemanticVersions
import TestSupport
import Testing

@Suite("Bump rules")
struct BumpRulesTests {
  typealias Preset = BumpRules.Preset

  private func verdict(_ text: String, _ rules: BumpRules = BumpRules()) -> BumpRules.Verdict {
    rules.verdict(on: CommitMessage(parsing: text))
  }

  @Test(arguments: Preset.allCases)
  func `presets agree on the heart of the convention`(preset: Preset) {
    let rules = BumpRules(preset: preset)
    #expect(verdict("feat: x", rules) == .init(bump: .minor, because: .preset("feat")))
    #expect(verdict("FIX: x", rules) == .init(bump: .patch, because: .preset("fix")))
    #expect(verdict("perf: x", rules).bump == .patch)
    #expect(verdict("docs: x", rules) == .init(bump: .none, because: .noEffect("docs")))
    #expect(verdict("docs!: x", rules) == .init(bump: .major, because: .breaking))
    #expect(verdict("Update", rules) == .init(bump: .none, because: .notConventional))
  }

  @Test(arguments: [
    ("deps: x", Preset.releasePlease, Bump.patch), ("deps: x", .conventionalcommits, .none),
    ("deps: x", .angular, .none),
    ("feature: x", .conventionalcommits, .minor), ("feature: x", .releasePlease, .minor),
    ("feature: x", .angular, .none),
    ("revert: x", .releasePlease, .patch), ("revert: x", .conventionalcommits, .none),
    ("revert: x", .angular, .none),
    ("revert: x\n\nThis reverts commit 0123456.", .conventionalcommits, .patch),
    ("revert: x\n\nThis reverts commit 0123456.", .angular, .patch),
  ])
  func `presets differ where their tools do`(text: String, preset: Preset, bump: Bump) {
    #expect(verdict(text, BumpRules(preset: preset)).bump == bump)
  }

  @Test func `the first rule that matches wins`() {
    let rules = BumpRules(rules: [
      .init(type: "docs", scope: "README.md", bump: .patch), .init(type: "Docs", bump: .none),
      .init(scope: "core", bump: .minor),
    ])
    #expect(verdict("docs(readme.md): x", rules) == .init(bump: .patch, because: .rule(0)))
    #expect(verdict("docs: x", rules) == .init(bump: .none, because: .rule(1)))
    #expect(verdict("chore(core): x", rules) == .init(bump: .minor, because: .rule(2)))
    #expect(verdict("feat: x", rules).because == .preset("feat"))
  }

  @Test func `a rule that does not speak of breaking changes never hides one`() {
    let rules = BumpRules(rules: [.init(type: "build", bump: .patch)])
    #expect(verdict("build: x", rules).bump == .patch)
    #expect(verdict("build!: x", rules) == .init(bump: .major, because: .breaking))
  }

  @Test func `a rule may be about breaking changes alone`() {
    let rules = BumpRules(rules: [.init(scope: "internal", isBreaking: true, bump: .minor)])
    #expect(verdict("feat(internal)!: x", rules) == .init(bump: .minor, because: .rule(0)))
    #expect(verdict("fix(internal): x", rules).because == .preset("fix"))
  }

  @Test(arguments: [(Bump.none, Bump.none), (.patch, .patch), (.minor, .minor), (.major, .minor)])
  func `before 1.0.0 a breaking change moves the minor version`(bump: Bump, effective: Bump) {
    #expect(BumpRules().effective(bump, on: Version(0, 3, 1)) == effective)
    #expect(BumpRules().effective(bump, on: Version(1, 3, 1)) == bump)
  }

  @Test func `the policy before 1.0.0 can be chosen`() {
    let rules = BumpRules(preMajor: .init(breaking: .major, feature: .patch))
    #expect(rules.effective(.major, on: Version(0, 1, 0)) == .major)
    #expect(rules.effective(.minor, on: Version(0, 1, 0)) == .patch)
  }
}

@Suite("Bump rules against published releases", .enabled(if: SharedCases.arePresent))
struct PublishedReleases {
  struct History: Decodable {
    struct Release: Decodable {
      struct Commit: Decodable {
        let message: String
      }
      let from, expected: String
      let commits: [Commit]
    }
    let releases: [Release]
  }

  /// The one miss is a release of nothing but `Revert "…"`: what those undo, only the whole history tells.
  @Test(arguments: [
    ("cocogitto", BumpRules(), 0), ("commit-analyzer", BumpRules(preset: .angular), 1),
    ("github", BumpRules(preset: .angular), 0), ("python-semantic-release", BumpRules(), 0),
  ])
  func `most are derived from their messages alone`(name: String, rules: BumpRules, misses: Int) throws {
    let releases = try SharedCases.decode(History.self, "history/\(name).json").releases
    let missed = try releases.filter { release in
      let current = try Version(parsing: release.from)
      let bump =
        release.commits.map { rules.verdict(on: CommitMessage(parsing: $0.message)).bump }.max() ?? .none
      return current.bumped(by: bump).description != release.expected
    }
    #expect(missed.count == misses, "\(missed.map { "\($0.from) → \($0.expected)" })")
    #expect(releases.count > 30)
  }
}
