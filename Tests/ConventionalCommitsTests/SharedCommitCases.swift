import ConventionalCommits
import SemanticVersions
import TestSupport
import Testing

@Suite("Commit messages, shared cases", .enabled(if: SharedCases.arePresent))
struct SharedCommitCases {
  struct File: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id, message: String
    let expected: Reading
    let expectedBump: String?
    var testDescription: String { id }
  }

  struct Reading: Decodable, Sendable {
    struct Footer: Decodable, Sendable {
      let token, separator, value: String
    }
    let conventional: Bool
    let type, rawType, scope, description, breakingDescription, body: String?
    let bang, breaking: Bool?
    let footers: [Footer]?
    let warnings: [String]?
  }

  static let cases = (try? SharedCases.decode(File.self, "commits.json").cases) ?? []

  @Test func `the cases are there`() {
    #expect(Self.cases.count > 150)
  }

  @Test(arguments: cases.filter(\.expected.conventional))
  func `a conventional message is read part by part`(expected: Case) throws {
    let (message, reading) = (CommitMessage(parsing: expected.message), expected.expected)
    let header = try #require(message.header)
    #expect(header.type == reading.type && header.rawType == reading.rawType && header.scope == reading.scope)
    #expect(header.description == reading.description && header.isMarkedBreaking == reading.bang)
    #expect(message.isBreaking == reading.breaking)
    #expect(message.breakingDescription == reading.breakingDescription)
    #expect(message.body == reading.body)
    #expect(message.footers.map(\.token) == reading.footers?.map(\.token))
    #expect(message.footers.map(\.separator.rawValue) == reading.footers?.map(\.separator))
    #expect(message.footers.map(\.value) == reading.footers?.map(\.value))
    #expect(message.warnings.map(\.rawValue) == reading.warnings)
  }

  @Test(arguments: cases.filter { !$0.expected.conventional })
  func `another message has no header`(expected: Case) {
    let message = CommitMessage(parsing: expected.message)
    #expect(message.header == nil && !message.isBreaking && message.warnings.isEmpty)
    #expect(CommitLint().isValid(message) == (message.generatedSubject != nil))
  }

  @Test(arguments: cases)
  func `the default preset gives the bump`(expected: Case) {
    let verdict = BumpRules().verdict(on: CommitMessage(parsing: expected.message))
    #expect(verdict.bump.rawValue == expected.expectedBump ?? "none")
  }
}
