import ConventionalCommits
import Foundation
import ReleasePlanning
import ReleaseSigning
import SemanticVersions
import TestSupport
import Testing

@Suite("Versions that projects published", .enabled(if: SharedCases.arePresent))
struct PublishedHistoryTests {
  struct History: Decodable, Sendable, CustomTestStringConvertible {
    struct Commit: Decodable, Sendable { let commit, message: String }
    struct Release: Decodable, Sendable {
      let from, expected: String
      let commits: [Commit]
    }
    let repository, policy: String
    let releases: [Release]
    var testDescription: String { repository }
  }

  static let histories: [History] = {
    let names = ["cocogitto", "commit-analyzer", "github", "python-semantic-release"]
    return SharedCases.arePresent
      ? names.compactMap { try? SharedCases.decode(History.self, "history/\($0).json") } : []
  }()

  /// The policies that the files name, in our words.
  private func planner(_ name: String) throws -> VersionPlanner {
    let text =
      switch name {
      case "semantic-release-angular": "preset: 'angular'"
      case "cc": "pre_major: { breaking: 'major' }"
      case "psr": "preset: 'conventionalcommits'"
      default: throw UnknownPolicy(name: name)
      }
    return VersionPlanner(policy: try policy(text))
  }

  private struct UnknownPolicy: Error { let name: String }

  @Test func `all histories are there`() { #expect(Self.histories.map(\.releases.count).reduce(0, +) == 336) }

  @Test(arguments: histories)
  func `every release gets the version that was published`(history: History) throws {
    let planner = try planner(history.policy)
    for release in history.releases {
      let base = ReleaseTag("v\(release.from)", commit: id(0), pattern: planner.pattern)
      let commits = release.commits.map { commit in
        CommitReading(
          id: CommitName(commit.commit) ?? .none, parents: [name(0)],
          message: CommitMessage(parsing: commit.message))
      }
      let plan = try planner.plan(
        .init(head: name(1), reachable: [base].compactMap(\.self), all: [], base: base, commits: commits))
      #expect(plan.next?.description == release.expected, "after \(release.from)")
    }
  }
}
