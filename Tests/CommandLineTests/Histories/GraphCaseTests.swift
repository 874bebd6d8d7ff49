import TestSupport
import Testing
import WorldSupport

@Suite("Next version from real histories")
struct GraphCaseTests {
  /// The cases whose text leaves a choice, and ours.
  private static let choices: [String: String?] = [
    "github-merge-pr-title-in-body": nil as String?, "breaking-glued-to-body": "2.0.0",
    "root-unrelated-merge": "2.0.0",
  ]

  @Test(.enabled(if: SharedCases.arePresent), arguments: SharedCases.arePresent ? try GraphCase.all : [])
  func `a history gives the version that is due`(_ graph: GraphCase) async throws {
    let git = try graph.build()
    switch graph.name {
    case "next-version-exists-elsewhere":
      #expect(try await git.plan().error?.code == "tag_exists")
    case "rc-then-breaking-rc":
      let words = try git.configured("{ channels: { main: { prerelease: 'rc' } } }")
      #expect(try await git.plan(words).next == graph.expectedNext)
    default:
      let plan = try await git.plan()
      #expect(plan.error == nil)
      #expect(plan.next == Self.choices[graph.name] ?? graph.expectedNext)
    }
  }

  @Test(.enabled(if: SharedCases.arePresent))
  func `every commit since the base is accounted for`() async throws {
    for graph in try GraphCase.all where graph.name != "next-version-exists-elsewhere" {
      let git = try graph.build()
      let plan = try await git.plan()
      let count = try git.work("git rev-list --count \(plan.current.map { "v\($0).." } ?? "")HEAD")
      #expect(plan.commits?.count == Int(count), "\(graph.name)")
      #expect(plan.commit_count == Int(count), "\(graph.name)")
    }
  }
}
