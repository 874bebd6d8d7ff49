import Changelogs
import SemanticVersions
import Testing

@Suite("Editing CHANGELOG.md")
struct ChangelogFileTests {
  private let section = "## [1.5.0] - 2024-05-01\n\n### Added\n\n- new\n"

  private func inserting(
    into text: String, compareURL: String? = nil, unreleasedURL: String? = nil, section: String? = nil,
    version: Version = Version(1, 5, 0)
  ) -> String {
    ChangelogFile(parsing: text).inserting(
      section ?? self.section, version: version, compareURL: compareURL, unreleasedURL: unreleasedURL)
  }

  @Test(arguments: ["", "\n", "  \n\n"])
  func `an empty file gets an introduction`(_ text: String) {
    #expect(inserting(into: text) == ChangelogFile.introduction + "\n" + section)
  }

  @Test func `a release comes before the older ones`() {
    let text = "# Changes\n\nWords.\n\n## [1.4.0] - 2024-01-01\n\n- old\n"
    #expect(
      inserting(into: text)
        == "# Changes\n\nWords.\n\n" + section + "\n## [1.4.0] - 2024-01-01\n\n- old\n")
  }

  @Test func `a file without releases gets the first at its end`() {
    #expect(inserting(into: "# Changes\n\nWords.") == "# Changes\n\nWords.\n\n" + section)
  }

  @Test func `a release that is there already is left alone`() {
    let once = inserting(into: "# Changes\n", compareURL: "https://x.org/c", unreleasedURL: "https://x.org/u")
    let again = ChangelogFile(parsing: once).inserting(
      "## [1.5.0]\n\nother\n", version: Version(1, 5, 0), compareURL: "https://x.org/d")
    #expect(again == once)
  }

  @Test func `a fix of an old line comes to its place`() {
    let text = "# Changes\n\n## 2.0.0\n\n- two\n\n## 1.4.0\n\n- old\n"
    #expect(inserting(into: text) == "# Changes\n\n## 2.0.0\n\n- two\n\n" + section + "\n## 1.4.0\n\n- old\n")
  }

  @Test func `a fix of the oldest line comes last, and so does its link reference`() {
    let text = "## [2.0.0]\n\n- two\n\n[2.0.0]: https://x.org/2\n"
    #expect(
      inserting(into: text, compareURL: "https://x.org/1")
        == "## [2.0.0]\n\n- two\n\n" + section + "\n[2.0.0]: https://x.org/2\n[1.5.0]: https://x.org/1\n")
  }

  @Test func `a prerelease is older than its release`() {
    let text = "## 1.5.0-rc.1\n\n- rc\n"
    #expect(inserting(into: text) == section + "\n## 1.5.0-rc.1\n\n- rc\n")
  }

  @Test func `notes of what is unreleased move below the same headings`() {
    let text = """
      # Changes

      ## [Unreleased]

      A word before.

      ### Added

      - *by hand*  
        on two lines

      ### Thanks

      - all

      ## [1.4.0]

      - old

      """
    #expect(
      inserting(into: text) == """
        # Changes

        ## [Unreleased]

        ## [1.5.0] - 2024-05-01

        A word before.

        ### Added

        - *by hand*  
          on two lines
        - new

        ### Thanks

        - all

        ## [1.4.0]

        - old

        """)
  }

  @Test(arguments: ["## [Unreleased]", "## Unreleased\n\n", "## [unreleased](https://x.org)\n\n\n"])
  func `an empty unreleased part stays above`(_ heading: String) {
    let text = inserting(into: heading)
    #expect(text.hasPrefix(heading) && text.hasSuffix("\n\n" + section))
  }

  @Test func `notes at the end of the file move, too`() {
    #expect(
      inserting(into: "## Unreleased\n\n### added\n- mine") == "## Unreleased\n\n"
        + "## [1.5.0] - 2024-05-01\n\n### Added\n\n- mine\n- new\n")
  }

  @Test func `notes of unreleased move to an older line's release`() {
    let text = "## Unreleased\n\n- mine\n\n## 2.0.0\n\n- two\n"
    #expect(
      inserting(into: text)
        == "## Unreleased\n\n## 2.0.0\n\n- two\n\n## [1.5.0] - 2024-05-01\n\n- mine\n\n### Added\n\n- new\n")
  }

  @Test func `line ends of the file stay`() {
    let text = "# Changes\r\n\r\n## Unreleased\r\n\r\n- mine\r\n\r\n## 1.4.0\r\n\r\n- old\r\n"
    let expected =
      "# Changes\n\n## Unreleased\n\n## [1.5.0] - 2024-05-01\n\n- mine\n\n### Added\n\n- new\n\n## 1.4.0\n\n- old\n"
    #expect(Array(inserting(into: text).utf8) == Array(expected.replacing("\n", with: "\r\n").utf8))
  }

  @Test func `link references are kept up to date`() {
    let text =
      "## [Unreleased]\n\n## [1.4.0]\n\n- old\n\n[unreleased]: https://x.org/v1.4.0...HEAD\n[1.4.0]: https://x.org/1.4\n"
    let edited = inserting(
      into: text, compareURL: "https://x.org/v1.4.0...v1.5.0", unreleasedURL: "https://x.org/v1.5.0...HEAD")
    #expect(
      edited.hasSuffix(
        """
        - old

        [unreleased]: https://x.org/v1.5.0...HEAD
        [1.5.0]: https://x.org/v1.4.0...v1.5.0
        [1.4.0]: https://x.org/1.4

        """))
  }

  @Test func `the first link reference comes at the end`() {
    #expect(
      inserting(into: "# C\n", compareURL: "https://x.org/1") == "# C\n\n" + section
        + "\n[1.5.0]: https://x.org/1\n")
  }

  @Test(arguments: ["## 1.5.0\n\n- new\n", "## [1.5.0](https://x.org/y) (2024)\n\n- new\n"])
  func `a heading that needs no link reference gets none`(_ section: String) {
    #expect(inserting(into: "# C\n", compareURL: "https://x.org/1", section: section) == "# C\n\n" + section)
  }

  @Test func `code and comments are not headings`() {
    let text = "# C\n\n```\n## 1.4.0\n```\n\n<!--\n## 1.3.0\n-->\n\n~~~~\n~~~\n## 1.2.0\n~~~~\n"
    #expect(ChangelogFile(parsing: text).versions.isEmpty)
    #expect(inserting(into: text) == text + "\n" + section)
  }

  @Test(arguments: [
    "## 1.5.0", "## [1.5.0]", "## [1.5.0] - 2024-01-01", "## v1.5.0 (2024-01-01)",
    "# [1.5.0](https://x.org) (2024)",
    "### [1.5.0](https://x.org)", "## [v1.5.0]", "## api@1.5.0", "## api-v1.5.0", "## [release/1.5.0]",
    "## Version 1.5.0", "## **1.5.0**", "## `1.5.0`:", "  ## 1.5.0  ", "## 1.5.0 ##", "## [1.5.0] [YANKED]",
  ])
  func `a release is found under many forms of heading`(_ heading: String) {
    #expect(ChangelogFile(parsing: heading + "\n\n- x\n").versions == [Version(1, 5, 0)])
  }

  @Test(arguments: [
    "# Changelog", "## 1.5", "## 2024-01-02", "#1.5.0", "#### 1.5.0", "    ## 1.5.0", "1.5.0", "## x1.5.0",
    "##",
    "## []", "## [", "## Upgrading from old 1.5.0",
  ])
  func `other headings are none`(_ heading: String) {
    #expect(ChangelogFile(parsing: heading + "\n").versions == [])
  }

  @Test func `one release can be taken out`() {
    let file = ChangelogFile(
      parsing:
        "# C\r\n\r\n## [1.5.0]\r\n\r\n- new\r\n## Notes\r\n\r\n\r\n## 1.4.0\r\n- old\r\n\r\n[1.5.0]: https://x.org\r\n"
    )
    #expect(file.section(of: Version(1, 5, 0)) == "## [1.5.0]\n\n- new\n## Notes\n")
    #expect(file.section(of: Version(1, 4, 0)) == "## 1.4.0\n- old\n")
    #expect(file.section(of: Version(1, 3, 0)) == nil)
  }

  @Test func `what was inserted is what is taken out`() {
    let file = ChangelogFile(parsing: inserting(into: "# C\r\n\r\n## 1.4.0\r\n", compareURL: "https://x.org"))
    #expect(file.section(of: Version(1, 5, 0)) == section)
  }

  @Test func `everything people wrote is still there, whatever the file looks like`() {
    var random = SeededNumbers(seed: 7)
    let pieces = [
      "## Unreleased\n", "## 1.4.0\n", "### Added\n", "- a\n", "```\n", "text\r\n", "\n", "[1.4.0]: x\n",
      "<!--\n", "-->\n", "é",
    ]
    for _ in 0..<600 {
      let text = (0..<random.next(upTo: 12)).map { _ in pieces[random.next(upTo: pieces.count)] }.joined()
      let edited = inserting(into: text, compareURL: "https://x.org/1", unreleasedURL: "https://x.org/2")
      #expect(words(text).subtracting(words(edited)).isEmpty, "\(text.debugDescription)")
      #expect(ChangelogFile(parsing: edited).inserting(section, version: Version(1, 5, 0)) == edited)
    }
  }

  /// The lines that are not blank, without link references, of which addresses may change.
  private func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isNewline).map { String($0) }.filter { !$0.hasPrefix("[") })
  }
}
