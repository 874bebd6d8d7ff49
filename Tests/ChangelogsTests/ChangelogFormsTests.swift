import Changelogs
import SemanticVersions
import Testing

@Suite("Forms of changelogs")
struct ChangelogFormsTests {
  private let section = "## [1.5.0] - 2024-05-01\n\n### Added\n\n- new\n"

  private func inserting(into text: String, section: String? = nil) -> String {
    ChangelogFile(parsing: text).inserting(
      section ?? self.section, version: Version(1, 5, 0), compareURL: "https://x.org/new",
      unreleasedURL: "https://x.org/head")
  }

  /// The text before and after the new release, without its link reference.
  private func around(_ text: String) -> [String] {
    inserting(into: text).replacing("[1.5.0]: https://x.org/new\n", with: "")
      .split(separator: section, omittingEmptySubsequences: false).map { String($0) }
  }

  @Test(arguments: [
    ("# C\n\nintro\n\n", "## Older notes\n\ntext\n"), ("# C\n\nintro\n\n", "---\n\nold text\n"),
    ("C\n=\n\n", "Older\n-----\n\ntext\n"), ("\u{FEFF}# C\n\n", "## Older\n"),
    ("---\ntitle: x\n---\n\n# C\n\n", "## Older\n"), ("intro\n\n", "## Older\n"),
    ("# C\n\n<!-- release notes start -->\n\n", "## Older\n"),
    ("# C\n\n---\n\nintro\n\n", "***\n\nold\n"),
  ])
  func `the first release comes after the introduction`(_ head: String, _ rest: String) {
    #expect(around(head + rest) == [head, "\n" + rest + "\n"] || around(head + rest) == [head, "\n" + rest])
  }

  @Test(arguments: [
    ("# C\n\n", "1.4.0\n-----\n\n- x\n"), ("# C\n\n", "1.4.0 / 2024-01-02\n==================\n"),
    ("# C\n\n", "<a name=\"1.4.0\"></a>\n## 1.4.0\n"), ("# C\n\n", "<a id=\"1.4.0\"></a>\n\n## 1.4.0\n"),
    ("# C\n\n", "## 2024-01-02, Version 1.4.0 (LTS)\n"), ("# C\n\n", "##\t1.4.0\n"), ("", "## 1.4.0\n"),
    ("# C\n\n## 2.0.0\n\n", "## 1.4.0\n"), ("# C\n\n", "## 1.4.9\n\n## 1.4.0\n"),
    ("# C\n\n", "## web@1.4.0\n\n## api@1.4.0\n"), ("\u{FEFF}", "## 1.4.0\n"),
  ])
  func `a release comes above lower ones of any form`(_ head: String, _ rest: String) {
    let parts = around(head + rest)
    #expect(parts.count == 2 && parts[0] == head && parts[1].hasPrefix("\n" + rest))
  }

  @Test func `in a file whose versions rise it comes last`() {
    let text = "# C\n\n## 1.0.0\n\n## 1.1.0\n\n## 1.2.0\n\n- x\n"
    #expect(inserting(into: text, section: "## 1.5.0\n") == text + "\n## 1.5.0\n")
  }

  @Test func `versions of another component are other releases`() {
    let text = "# C\n\n## api@1.5.0\n\n## web@1.4.0\n"
    #expect(
      inserting(into: text, section: "## web@1.5.0\n")
        == "# C\n\n## web@1.5.0\n\n## api@1.5.0\n\n## web@1.4.0\n")
    #expect(inserting(into: text, section: "## api@1.5.0\n\nother\n") == text)
    #expect(inserting(into: text) == text)
  }

  @Test func `another heading ends what is unreleased`() {
    let text = "# C\n\n## Unreleased\n\n- mine\n\n## Before this file\n\nsee there\n"
    #expect(
      inserting(into: text, section: "## 1.5.0\n")
        == "# C\n\n## Unreleased\n\n## 1.5.0\n\n- mine\n\n## Before this file\n\nsee there\n")
  }

  @Test func `a signature at the end stays there`() {
    let text = "## [Unreleased]\n\n- mine\n\n[unreleased]: <x> \"now\"\n[1.4.0]: y\n\n<!-- generated -->\n"
    #expect(
      inserting(into: text, section: "## [1.5.0]\n")
        == "## [Unreleased]\n\n## [1.5.0]\n\n- mine\n\n[unreleased]: <https://x.org/head> \"now\"\n"
        + "[1.5.0]: https://x.org/new\n[1.4.0]: y\n\n<!-- generated -->\n")
  }

  @Test func `a link of what is unreleased stays in its part`() {
    let text = "## [Unreleased]\n\n- mine\n\n[Unreleased]: x\n\n## [1.4.0]\n\n- old\n\n[1.4.0]: y\n"
    #expect(
      inserting(into: text, section: "## [1.5.0]\n")
        == "## [Unreleased]\n\n[Unreleased]: https://x.org/head\n\n## [1.5.0]\n\n- mine\n\n## [1.4.0]\n\n- old\n"
        + "\n[1.5.0]: https://x.org/new\n[1.4.0]: y\n")
  }

  @Test(arguments: [
    ("## [Unreleased]", "[Unreleased]: https://x.org/head\n"), ("## Unreleased", ""), ("# C", ""),
  ])
  func `a heading in brackets gets the link that is missing`(_ heading: String, _ link: String) {
    let text = "\(heading)\n\n## [1.4.0]\n\n[1.4.0]: y\n"
    #expect(
      inserting(into: text, section: "## [1.5.0]\n")
        == "\(heading)\n\n## [1.5.0]\n\n## [1.4.0]\n\n\(link)[1.5.0]: https://x.org/new\n[1.4.0]: y\n")
  }

  @Test(arguments: [
    ("- mine", "- mine\n- new"), ("Words.", "Words.\n\n- new"),
    ("<details>\n</details>", "<details>\n</details>\n\n- new"),
    ("- mine\n  more", "- mine\n  more\n- new"), ("- a\n\n### Added\n- b", "- a\n- b\n- new"),
  ])
  func `lists become one, and anything else stays apart`(_ notes: String, _ expected: String) {
    let text = inserting(into: "## Unreleased\n### Added\n\(notes)\n")
    #expect(text.hasPrefix("## Unreleased\n\n## [1.5.0] - 2024-05-01\n\n### Added\n\n\(expected)\n"))
  }

  @Test func `bytes that are not UTF-8 stay`() {
    let old: [UInt8] = Array("# C\n\n## 1.4.0\n\n- caf".utf8) + [0xE9, 0x0A]
    let new = ChangelogFile(parsing: old).bytes(inserting: "## 1.5.0\n", version: Version(1, 5, 0))
    #expect(new == Array("# C\n\n## 1.5.0\n\n## 1.4.0\n\n- caf".utf8) + [0xE9, 0x0A])
  }

  @Test(arguments: [
    "### Upgrade 1.5.0", "#### 1.5.0", "1.5.0\n- - -", "1.5.0\ntext\n---", "- 1.5.0\n---", "text\n1.5.0\n---",
    "    1.5.0\n---", "---\n## 1.5.0\n---",
  ])
  func `what is no heading of a release is none`(_ text: String) {
    #expect(ChangelogFile(parsing: text + "\n").versions == [])
  }

  @Test(arguments: [
    "## 1.4.0\n\n", "## Unreleased\n- x\n", "<!--\n```\n~~~\n", "[unreleased]: x\n", "### g\n", "\n",
    "x\n---\n", "a b_c <`-->",
    "## 1-1-1-1-1-1-1-1\n", "#", "## ", "<a ></a>\n", "> ", "<!-- x -->\n\n",
  ])
  func `a long file takes linear time`(_ part: String) {
    let text = "## Unreleased\n" + String(repeating: part, count: 60_000 / part.utf8.count)
    let duration = ContinuousClock().measure { _ = inserting(into: text) }
    #expect(duration < .seconds(30))
  }
}
