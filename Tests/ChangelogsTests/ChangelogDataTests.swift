import Changelogs
import ConventionalCommits
import Mustache
import SemanticVersions
import Testing

@Suite("The data that templates get")
struct ChangelogDataTests {
  private func map(_ value: MustacheValue?) -> [String: MustacheValue] {
    if case .map(let members)? = value?.resolved { members } else { [:] }
  }

  private func first(_ value: MustacheValue?) -> [String: MustacheValue] {
    if case .list(let items)? = value?.resolved { map(items.first) } else { [:] }
  }

  private func release(_ message: String) -> [String: MustacheValue] {
    let changelog = Changelog([ChangelogRelease([message], style: .linked)], style: .linked)
    return first(map(changelog.mustacheData)["releases"])
  }

  @Test func `a release has the keys of the contract`() {
    let release = release("feat: a")
    #expect(release["version"] == "1.5.0")
    #expect(release["tag"] == "v1.5.0")
    #expect(release["date"] == "2024-05-01")
    #expect(release["commit"] == "c0ffee")
    #expect(release["previous_tag"] == "v1.4.0")
    #expect(release["compare_url"] == "https://github.com/acme/rocket/compare/v1.4.0...v1.5.0")
    #expect(release["breaking"] == [])
    #expect(first(release["contributors"])["name"] == "Ada")
    #expect(first(release["sections"])["title"] == "Added")
  }

  @Test func `a commit has the keys of the contract`() {
    let commit = first(
      first(release("feat(api)!: a `b` <c>\n\nBody\ntext\n\nRefs #12")["sections"])["commits"])
    #expect(commit["commit"] == "0123456789abcdef0123456789abcdef01234567")
    #expect(commit["short_commit"] == "0123456")
    #expect(commit["type"] == "feat")
    #expect(commit["scope"] == "api")
    #expect(commit["description"] == "a `b` <c>")
    #expect(commit["description_markdown"] == "a `b` &lt;c>")
    #expect(commit["breaking"] == true)
    #expect(commit["breaking_description"] == "a `b` <c>")
    #expect(commit["body"] == "Body\ntext")
    #expect(commit["footers"] == [["token": "Refs", "separator": "#", "value": "12"]])
    #expect(commit["author_name"] == "Ada")
    #expect(commit["author_email"] == "ada@example.org")
    #expect(commit["date"] == "2024-05-01T10:00:00Z")
    #expect(first(commit["references"])["text"] == "#12")
    #expect(first(commit["references"])["action"] == "Refs")
  }

  @Test func `what there is not is null, so that no name is looked up outside`() {
    let commit = first(first(release("feat: a")["sections"])["commits"])
    #expect(["scope", "breaking_description", "body"].allSatisfy { commit[$0] == .null })
  }

  @Test func `what breaks has its own description and its commit`() {
    let breaking = first(release("chore(x)!: a\n\nBREAKING CHANGE: b\nc")["breaking"])
    #expect(breaking["description"] == "b\nc")
    #expect(breaking["description_markdown"] == "b c")
    #expect(breaking["scope"] == "x")
    #expect(breaking["short_commit"] == "0123456")
  }

  @Test func `a reference that the description shows is not repeated`() {
    let commit = first(first(release("fix: a (#1)\n\nCloses: #1, #2")["sections"])["commits"])
    #expect(first(commit["other_references"])["text"] == "#2")
    #expect(commit["has_other_references"] == true)
  }

  @Test func `thousands of commits take a moment`() throws {
    let commits = (0..<6_000).map { ChangelogCommit("feat(s\($0 % 9)): part \($0) of `x` (#\($0 + 1))") }
    let template = try ChangelogTemplate.keepAChangelog.template()
    var text = ""
    let duration = try ContinuousClock().measure {
      let release = ChangelogRelease(.init(version: Version(2, 0, 0)), commits: commits, style: .linked)
      text = try Changelog([release], style: .linked).rendered(with: template)
    }
    #expect(text.utf8.split(separator: UInt8(ascii: "\n")).count == 6_002)
    // Unoptimised code takes some 20 times as long as the program does.
    #expect(duration < .seconds(15))
  }
}
