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
    #expect(release.breakingChanges.map(\.description) == ["drop Linux 2", "b is gone"])
    #expect(release.sections.map(\.title) == ["Added"])
  }

  @Test func `the comparison leads from the tag before to the own one`() {
    let url = ChangelogRelease([], style: .linked).heading.compareURL(ChangelogStyle.linked.links)
    #expect(url == "https://github.com/acme/rocket/compare/v1.4.0...v1.5.0")
  }

  @Test func `what is unreleased is compared with the head, so that the link stays right`() {
    let release = ChangelogRelease(
      .init(commit: "c0ffee", previousTag: "v1.4.0"), commits: [], style: .linked)
    #expect(
      release.heading.compareURL(ChangelogStyle.linked.links)
        == "https://github.com/acme/rocket/compare/v1.4.0...HEAD")
  }

  @Test func `a first release has nothing to compare with`() {
    let release = ChangelogRelease(
      .init(version: Version(1, 0, 0), tag: "v1.0.0"), commits: [], style: .linked)
    #expect(release.heading.compareURL(ChangelogStyle.linked.links) == nil)
  }

  @Test func `contributors are told apart by mail address without case`() {
    let release = ChangelogRelease(
      .init(),
      commits: [
        ChangelogCommit("fix: a", by: "Ada L.", email: "Ada@example.org"),
        ChangelogCommit("fix: b", by: "Bob"),
        ChangelogCommit("docs: c", by: "Ada", email: "ada@example.org"),
      ], style: .keepAChangelog, isFirstTime: { $0.email != "bob@example.org" })
    #expect(release.contributors().map(\.person.name) == ["Ada L.", "Bob"])
    #expect(release.contributors().map(\.isFirstTime) == [true, false])
  }

  @Test func `co-authors are contributors, in whatever case the footer is`() {
    let release = ChangelogRelease([
      "feat: a\n\nco-authored-by: Bob <bob@example.org>\nCo-Authored-By: Eve <eve@example.org>",
      "fix: b\n\nCo-authored-by: BOB <Bob@Example.org>",
    ])
    #expect(release.contributors().map(\.person.name) == ["Ada", "Bob", "Eve"])
  }

  @Test func `who came first is not known without earlier commits`() {
    #expect(ChangelogRelease(["fix: a"]).contributors().map(\.isFirstTime) == [nil])
  }

  @Test func `git's own revert is a change like any other`() {
    let release = ChangelogRelease(["Revert \"feat: a\"\n\nThis reverts commit 0123456."])
    #expect(release.sections.map(\.title) == ["Changed"])
  }

  @Test func `a section may want some scopes only`() {
    let style = ChangelogStyle(sections: [
      .init(title: "API", types: ["*"], scopes: ["API"]), .init(title: "New", types: ["feat"]),
    ])
    let release = ChangelogRelease(["feat(api): a", "feat(ui): b", "fix(Api): c", "fix: d"], style: style)
    #expect(release.sections.map(\.title) == ["API", "New"])
    #expect(release.sections[0].commits.map(\.description) == ["a", "c"])
  }

  @Test func `a hidden type is shown nowhere, not even under a star`() {
    let style = ChangelogStyle(sections: [.init(title: "All", types: ["*"])], hidden: ["chore"])
    let release = ChangelogRelease(["chore: a", "docs: b", "chore!: c"], style: style)
    #expect(release.sections[0].commits.map(\.description) == ["b"])
    #expect(release.breakingChanges.map(\.description) == ["c"])
  }

  @Test func `a message of very many announcements is not repeated for each, and none is lost`() {
    let many = (1...3_000).map { "BREAKING CHANGE: part \($0) goes" }.joined(separator: "\n")
    let changes = ChangelogRelease(["feat: a\n\n" + many]).breakingChanges
    #expect(changes.count < 20)
    let told = changes.flatMap { $0.description.split(separator: "\n") }
    #expect(told.map(String.init) == (1...3_000).map { "part \($0) goes" })
    #expect(
      ChangelogRelease(["feat: a\n\nBREAKING CHANGE: b\nBREAKING CHANGE: c"]).breakingChanges.count == 2)
  }
}
