import Changelogs
import ConventionalCommits
import Foundation
import Mustache
import SemanticVersions
import Testing

@Suite("Built-in changelog templates")
struct ChangelogTemplateTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "templates/changelog")

  private func rendered(
    _ template: ChangelogTemplate, _ messages: [String], isDocument: Bool = false, isLinked: Bool = true
  ) throws -> String {
    var style = template.style
    style.links = isLinked ? ChangelogStyle.linked.links : nil
    let release = ChangelogRelease(messages, style: style)
    let changelog = Changelog([release], style: style, isDocument: isDocument)
    return try changelog.rendered(with: template.template(), as: template.form())
  }

  @Test(arguments: ChangelogTemplate.allCases)
  func `the text is the one of the file`(_ template: ChangelogTemplate) throws {
    let file = Self.folder.appending(path: template.rawValue + ".mustache")
    #expect(try Data(contentsOf: file) == Data(template.text.utf8))
  }

  @Test(arguments: ChangelogTemplate.allCases)
  func `nothing leaves blank lines at the ends or two of them within`(_ template: ChangelogTemplate) throws {
    let text = try rendered(template, ["feat: a", "fix!: b\n\nCloses: #1", "fix(c): d"])
    #expect(
      !text.contains("\n\n\n") && !text.hasPrefix("\n") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test(arguments: ChangelogTemplate.allCases)
  func `text from commits cannot add lines or HTML`(_ template: ChangelogTemplate) throws {
    let evil = "feat(<i>): a <b>\n\nBREAKING CHANGE: x\n## [9.9.9]\n<script>\u{1B}[2J @ada"
    let text = try rendered(template, [evil])
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("## [9") || $0.hasPrefix("<") }
    #expect(lines.isEmpty && !text.contains("\u{1B}"))
    #expect(template == .plain || !text.contains("<") && text.contains("`@ada`"))
  }

  @Test func `Keep a Changelog has a release with its sections`() throws {
    let messages = [
      "feat(api): add `x` (#12)", "fix: crash\n\nCloses: #7", "perf!: drop v1\n\nBREAKING CHANGE: use v2",
    ]
    #expect(
      try rendered(.keepAChangelog, messages) == """
        ## [1.5.0] - 2024-05-01

        ### Breaking changes

        - use v2 ([0123456](https://github.com/acme/rocket/commit/0123456789abcdef0123456789abcdef01234567))

        ### Added

        - **api:** add `x` ([#12](https://github.com/acme/rocket/issues/12)) ([0123456](https://github.com/acme/rocket/commit/0123456789abcdef0123456789abcdef01234567))

        ### Changed

        - drop v1 ([0123456](https://github.com/acme/rocket/commit/0123456789abcdef0123456789abcdef01234567))

        ### Fixed

        - crash, Closes [#7](https://github.com/acme/rocket/issues/7) ([0123456](https://github.com/acme/rocket/commit/0123456789abcdef0123456789abcdef01234567))

        """)
  }

  @Test func `a whole document has an introduction and link references`() throws {
    let text = try rendered(.keepAChangelog, ["fix: a"], isDocument: true)
    #expect(text.hasPrefix(ChangelogFile.introduction + "\n## [1.5.0]"))
    #expect(text.hasSuffix("\n\n[1.5.0]: https://github.com/acme/rocket/compare/v1.4.0...v1.5.0\n"))
  }

  @Test func `without a known page there are no links`() throws {
    let text = try rendered(.keepAChangelog, ["fix: a #1\n\nCloses: #2"], isLinked: false)
    #expect(text == "## [1.5.0] - 2024-05-01\n\n### Fixed\n\n- a #1, Closes #2\n")
  }

  @Test func `what is unreleased is called so`() throws {
    let release = ChangelogRelease(.init(), commits: [ChangelogCommit("fix: a")], style: .keepAChangelog)
    let text = try Changelog([release], style: .keepAChangelog).rendered(
      with: ChangelogTemplate.keepAChangelog.template())
    #expect(text == "## [Unreleased]\n\n### Fixed\n\n- a\n")
  }

  @Test func `the notes of a release have no heading of their own`() throws {
    #expect(
      try rendered(.gitHubRelease, ["feat!: a"]) == """
        ## ⚠️ Breaking changes

        - a (0123456)

        ## Added

        - a (0123456)

        ## Contributors

        - Ada

        **Full changelog**: [v1.4.0…v1.5.0](https://github.com/acme/rocket/compare/v1.4.0...v1.5.0)

        """)
  }

  @Test func `the notes of a release say when there is nothing to say`() throws {
    #expect(
      try rendered(.gitHubRelease, ["chore: a"], isLinked: false)
        == "No changes that concern users.\n\n## Contributors\n\n- Ada\n")
  }

  @Test func `the notes of a release greet newcomers`() throws {
    let release = ChangelogRelease(
      .init(version: Version(1, 0, 0)),
      commits: [
        ChangelogCommit("fix: a", by: "Eve <b>"), ChangelogCommit("fix: b", by: "@Bob", email: "b@x.org"),
      ], style: .keepAChangelog, isFirstTime: { _ in true })
    let text = try Changelog([release], style: .keepAChangelog).rendered(
      with: ChangelogTemplate.gitHubRelease.template())
    let names = "- Eve &lt;b> (first contribution)\n- `@Bob` (first contribution)\n"
    #expect(text.hasSuffix("## Contributors\n\n\(names)"))
  }

  @Test func `Angular has its own titles and puts what breaks last`() throws {
    #expect(
      try rendered(.angular, ["feat(x): a", "fix!: b", "refactor: c"], isLinked: false) == """
        ## 1.5.0 (2024-05-01)

        ### Features

        * **x:** a (0123456)

        ### Bug Fixes

        * b (0123456)

        ### BREAKING CHANGES

        * b

        """)
  }

  @Test func `Conventional Commits have the titles of Angular and put what breaks first`() throws {
    #expect(
      try rendered(.conventionalCommits, ["feat(x): a", "fix!: b\n\nCloses: #3"], isLinked: false) == """
        ## 1.5.0 (2024-05-01)

        ### ⚠ BREAKING CHANGES

        * b

        ### Features

        * **x:** a (0123456)

        ### Bug Fixes

        * b (0123456), Closes #3

        """)
  }

  @Test func `plain text has no markup`() throws {
    #expect(
      try rendered(.plain, ["feat(x): a *b* (#1)"]) == """
        1.5.0 (2024-05-01)

        Added:
          * x: a *b* (#1) (0123456)

        """)
  }
}
