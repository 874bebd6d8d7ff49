import Changelogs
import ConventionalCommits
import SemanticVersions
import Testing

@Suite("Grouping of commits")
struct ChangelogReleaseTests {
  @Test func `sections come in the order of the style, whatever the order of the commits`() {
    let release = ChangelogRelease([
      "fix: b", "security: s", "feat: a", "perf: p", "deprecate: d", "remove: r",
    ])
    #expect(
      release.sections.map(\.title) == ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"])
  }

  @Test func `commits keep their order within a section`() {
    let release = ChangelogRelease(["feat: c", "fix: x", "feat: a", "feat(b): b"])
    #expect(release.sections[0].commits.map(\.description) == ["c", "a", "b"])
  }

  @Test func `a revert is a change`() {
    #expect(ChangelogRelease(["revert: feat: a"]).sections.map(\.title) == ["Changed"])
  }

  @Test(arguments: ["docs: a", "chore: a", "ci(x): a", "wip: a", "no type at all", "Merge branch 'x'"])
  func `what does not concern users is left out`(_ message: String) {
    let release = ChangelogRelease([message])
    #expect(release.sections.isEmpty)
    #expect(release.commitCount == 1)
  }

  @Test func `a star stands for all types that have no section`() {
    let style = ChangelogStyle(sections: [
      .init(title: "New", types: ["feat"]), .init(title: "Rest", types: ["*"]),
    ])
    let release = ChangelogRelease(["docs: a", "feat: b", "untyped"], style: style)
    #expect(release.sections.map(\.title) == ["New", "Rest"])
  }

  @Test func `commits without a type can have a title`() {
    let style = ChangelogStyle(sections: [.init(title: "New", types: ["feat"])], untypedTitle: "Other")
    let release = ChangelogRelease(["untyped", "feat: b"], style: style)
    #expect(release.sections.map(\.title) == ["New", "Other"])
    #expect(release.sections[1].commits.map(\.description) == ["untyped"])
  }

  @Test func `two sections of one title are one`() {
    let style = ChangelogStyle(sections: [
      .init(title: "New", types: ["feat"]), .init(title: "New", types: ["add"]),
    ])
    #expect(ChangelogRelease(["add: a", "feat: b"], style: style).sections.map(\.commits.count) == [2])
  }

  @Test func `whatever breaks is shown, even of a type that is left out`() {
    let release = ChangelogRelease(["chore!: drop Linux 2", "feat: a\n\nBREAKING CHANGE: b is gone"])
    #expect(release.breaking.map(\.description) == ["drop Linux 2", "b is gone"])
    #expect(release.sections.map(\.title) == ["Added"])
  }

  @Test func `the comparison leads from the tag before to the own one`() {
    let url = ChangelogRelease([], style: .linked).compareURL
    #expect(url == "https://github.com/acme/rocket/compare/v1.4.0...v1.5.0")
  }

  @Test func `what is unreleased is compared by its commit`() {
    let release = ChangelogRelease(
      version: nil, tag: nil, date: nil, commit: "c0ffee", previousTag: "v1.4.0", commits: [], style: .linked)
    #expect(release.compareURL == "https://github.com/acme/rocket/compare/v1.4.0...c0ffee")
  }

  @Test func `a first release has nothing to compare with`() {
    let release = ChangelogRelease(
      version: Version(1, 0, 0), tag: "v1.0.0", date: nil, commit: nil, previousTag: nil, commits: [],
      style: .linked)
    #expect(release.compareURL == nil)
  }

  @Test func `contributors are told apart by mail address without case`() {
    let release = ChangelogRelease(
      version: nil, tag: nil, date: nil, commit: nil, previousTag: nil,
      commits: [
        ChangelogCommit("fix: a", by: "Ada L.", email: "Ada@example.org"),
        ChangelogCommit("fix: b", by: "Bob"),
        ChangelogCommit("docs: c", by: "Ada", email: "ada@example.org"),
      ], style: .keepAChangelog, earlierEmails: ["bob@example.org"])
    #expect(release.contributors.map(\.name) == ["Ada L.", "Bob"])
    #expect(release.contributors.map(\.isFirstTime) == [true, false])
  }

  @Test func `who came first is not known without earlier addresses`() {
    #expect(ChangelogRelease(["fix: a"]).contributors.map(\.isFirstTime) == [nil])
  }
}
