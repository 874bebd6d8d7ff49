import ConventionalCommits
import SemanticVersions
import TestSupport
import Testing

/// What GitHub, git and Bitbucket make of a squash, with the readings of python-semantic-release.
///
/// Two of its habits are not those of Conventional Commits, and not taken over: it counts `Signed-off-by` as text,
/// where it is a footer (rule 8), and it ends a footer's value at a blank line, where only the next footer ends it
/// (rule 10). So the line of the list that is no commit is text of the issue's footer here.
@Suite("Squashed messages, shared cases", .enabled(if: SharedCases.arePresent))
struct SharedSquashCases {
  struct File: Decodable {
    let squash: [String: [[Case]]]
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    enum CodingKeys: String, CodingKey {
      case message = "commit_message", details = "expected_commit_details"
      case testDescription = "_id"
    }
    let message, testDescription: String
    /// What each commit is; `nil` for one that is not conventional.
    let details: [Details?]
  }

  struct Details: Decodable, Sendable {
    let bump, type: String
    let scope: String?
    let descriptions: [String]
    let breaking_descriptions, linked_issues: [String]?
  }

  static let cases =
    (try? SharedCases.decode(File.self, "commits-psr-squash.json").squash.values.flatMap { $0.joined() })
    ?? []

  /// The bump of each level, and the type that each heading stands for.
  static let bumps: [String: Bump] = [
    "NO_RELEASE": .none, "PATCH": .patch, "MINOR": .minor, "MAJOR": .major,
  ]
  static let types = ["bug fixes": "fix", "features": "feat", "documentation": "docs"]

  @Test func `the cases are there`() {
    #expect(Self.cases.count == 6)
  }

  @Test(arguments: cases)
  func `each conventional commit of a squash is a message`(expected: Case) {
    let (messages, details) = (
      CommitMessage(parsing: expected.message).squashedMessages, expected.details.compactMap(\.self)
    )
    #expect(messages.map(\.header?.type) == details.map { Self.types[$0.type] })
    #expect(messages.map(\.header?.scope) == details.map(\.scope))
    #expect(messages.map { BumpRules().verdict(on: $0).bump } == details.map { Self.bumps[$0.bump] })
  }

  @Test(arguments: cases)
  func `each message has its own text`(expected: Case) throws {
    let messages = CommitMessage(parsing: expected.message).squashedMessages
    for (message, details) in zip(messages, expected.details.compactMap(\.self)) {
      #expect(try #require(message.header).description.hasPrefix(details.descriptions[0]))
      #expect(message.breakingDescriptions == details.breaking_descriptions ?? [])
      let paragraphs = details.descriptions.dropFirst().filter {
        !$0.hasPrefix("Signed") && !$0.hasSuffix("commit")
      }
      #expect(words(message.body ?? "") == words(paragraphs.joined(separator: " ")))
    }
  }

  @Test(arguments: cases)
  func `each message has its own issues`(expected: Case) {
    let messages = CommitMessage(parsing: expected.message).squashedMessages
    let issues = messages.map { message in
      (message.footers(named: "Resolves") + message.footers(named: "Closes"))
        .compactMap { $0.value.split(separator: "\n").first.map(String.init) }
    }
    #expect(issues == expected.details.compactMap(\.self).map { $0.linked_issues ?? [] })
  }

  private func words(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace }
  }
}
