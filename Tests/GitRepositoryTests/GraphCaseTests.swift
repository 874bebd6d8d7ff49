import Effects
import ReleasePlanning
import SemanticVersions
import TestSupport
import Testing
import WorldSupport

@Suite("Next version from real histories")
struct GraphCaseTests {
  /// The cases whose text leaves a choice, and ours.
  private static let choices: [String: Version?] = [
    "github-merge-pr-title-in-body": nil as Version?, "breaking-glued-to-body": Version(2, 0, 0),
    "root-unrelated-merge": Version(2, 0, 0),
  ]

  @Test(.enabled(if: SharedCases.arePresent), arguments: SharedCases.arePresent ? try GraphCase.all : [])
  func `a history gives the version that is due`(_ graph: GraphCase) throws {
    let git = try graph.build()
    switch graph.name {
    case "next-version-exists-elsewhere":
      let taken = try git.work("git rev-parse v1.0.1")
      #expect(throws: PlanRefusal.tagExists("v1.0.1", commit: taken)) { try git.plan() }
    case "rc-then-breaking-rc":
      let planner = VersionPlanner(policy: VersionPolicy(), channel: .prerelease(identifier: "rc"))
      #expect(try git.plan(planner).next?.description == graph.expectedNext)
    default:
      let expected = Self.choices[graph.name].map { $0?.description } ?? graph.expectedNext
      #expect(try git.plan().next?.description == expected)
    }
  }

  @Test(.enabled(if: SharedCases.arePresent))
  func `every commit since the base is accounted for`() throws {
    for graph in try GraphCase.all where graph.name != "next-version-exists-elsewhere" {
      let git = try graph.build()
      let plan = try git.plan()
      let count = try git.work("git rev-list --count \(plan.base.map { "\($0.name).." } ?? "")HEAD")
      #expect(plan.commits.count == Int(count), "\(graph.name)")
    }
  }

  @Test func `a shallow clone without its last release is refused`() throws {
    let git = try GitSandbox()
    try git.commit("feat: a")
    try git.work("git tag v1.0.0")
    try git.commit("fix: b")
    try git.run("rm -rf full; mv work full; git clone -q --depth 1 file://$PWD/full work")
    #expect(throws: PlanRefusal.shallowHistory) { try git.plan() }
  }

  @Test func `a shallow clone that lost a merged branch is refused`() throws {
    let git = try GitSandbox()
    try git.commit("feat: base")
    try git.work("git checkout -q -b long")
    for commit in ["feat!: hidden", "fix: b", "fix: c", "fix: d"] { try git.commit(commit) }
    try git.work("git checkout -q main")
    try git.commit("fix: on main")
    try git.work("git tag v1.0.1; git merge -q --no-ff -m merge long")
    try git.run("mv work full; git clone -q --depth 3 file://$PWD/full work")
    #expect(throws: PlanRefusal.shallowHistory) { try git.plan() }
  }

  @Test func `a prerelease channel without new commits has nothing to release`() throws {
    let git = try GitSandbox()
    try git.commit("feat: a")
    try git.work("git tag v1.0.0")
    try git.commit("feat: b")
    try git.work("git tag v1.1.0-next.1")
    let planner = VersionPlanner(policy: VersionPolicy(), channel: .prerelease(identifier: "next"))
    #expect(try git.plan(planner).next == nil)
  }
}
