import Foundation
import Testing
import WorldSupport

@Suite("Plans of components")
struct ComponentPlanTests {
  struct Answer: Decodable {
    struct Plan: Decodable {
      struct Dependency: Decodable, Equatable {
        let component, version: String
        let pending: Bool
      }
      let component: String
      let next, current: String?
      let commit_count: Int
      let dependencies: [Dependency]
    }
    let components: [Plan]
  }

  let git: GitSandbox
  let words: [String]

  /// Three components, each built from the one before, released once.
  init() throws {
    git = try GitSandbox()
    words = try git.configured(
      "{ components: { lib: { path: 'lib' }, api: { path: 'api', depends: ['lib'] }, web: { path: 'web', depends: ['api'] } } }"
    )
    try touch("lib api web", "feat: begin")
    try git.work("for c in lib api web; do git tag $c-v1.0.0; done")
  }

  private func touch(_ folders: String, _ message: String) throws {
    try git.work(
      "for d in \(folders); do mkdir -p $d; echo x >>$d/file; done; git add .; git commit -qm '\(message)'")
  }

  private func all() async throws -> [String: Answer.Plan] {
    let ended = await release(["plan", "--all", "--json"] + words, in: git.world())
    let answer = try JSONDecoder().decode(Answer.self, from: Data(ended.output.utf8))
    return Dictionary(uniqueKeysWithValues: answer.components.map { ($0.component, $0) })
  }

  @Test func `each component counts its own commits`() async throws {
    try touch("web", "feat: a")
    try touch("web lib", "fix: b")
    try touch("other", "feat!: c")
    let plans = try await all()
    #expect(plans["web"]?.next == "1.1.0")
    #expect(plans["lib"]?.next == "1.0.1")
    #expect(plans["web"]?.commit_count == 2)
    #expect(plans["lib"]?.commit_count == 1)
  }

  @Test func `what is built from a component that moves gets a patch`() async throws {
    try touch("lib", "feat!: a")
    let plans = try await all()
    #expect(plans.mapValues(\.next) == ["lib": "2.0.0", "api": "1.0.1", "web": "1.0.1"])
    #expect(plans["api"]?.dependencies == [.init(component: "lib", version: "2.0.0", pending: true)])
  }

  @Test func `a component alone is planned as among all`() async throws {
    try touch("lib", "fix: a")
    #expect(try await git.plan(words + ["--component", "web"]).next == "1.0.1")
    try touch("web", "feat: b")
    #expect(try await git.plan(words + ["--component", "web"]).next == "1.1.0")
  }

  @Test func `what was released since counts, and what was released before does not`() async throws {
    try touch("lib", "fix: a")
    try git.work("git tag lib-v1.0.1")
    var plans = try await all()
    #expect(plans["lib"]?.next == nil)
    #expect(plans["api"]?.dependencies == [.init(component: "lib", version: "1.0.1", pending: false)])
    try touch("api", "fix: b")
    try git.work("git tag api-v1.0.1")
    plans = try await all()
    #expect(plans["api"]?.next == nil)
    #expect(plans["web"]?.next == "1.0.1")
  }

  @Test func `nothing to release is nothing for all`() async throws {
    #expect(try await all().values.allSatisfy { $0.next == nil && $0.commit_count == 0 })
  }

  @Test func `components with bases far apart are planned from one pass`() async throws {
    try touch("lib", "fix: a")
    try git.work("git tag lib-v1.0.1")
    for number in 1...5 { try touch("web", "fix: \(number)") }
    try git.work("git tag web-v1.0.1")
    try touch("api", "feat: b")
    let plans = try await all()
    #expect(plans.mapValues(\.next) == ["lib": nil, "api": "1.1.0", "web": "1.0.2"])
    #expect(plans.mapValues(\.commit_count) == ["lib": 0, "api": 1, "web": 0])
  }

  @Test(arguments: [
    ("{ components: { a: { path: 'a', depends: ['b'] }, b: { path: 'b', depends: ['a'] } } }", "depends"),
    ("{ components: { a: { path: 'a', depends: ['a'] } } }", "depends"),
    ("{ components: { a: { path: 'a', depends: ['c'] } } }", "unknown_component"),
    ("{ components: { a: { path: '../a' } } }", "path"),
    ("{ version: { ignore: { paths: ['/x'] } } }", "paths"),
  ])
  func `components that cannot be are refused`(text: String, place: String) async throws {
    let ended = await release(["plan", "--all", "--json"] + (try git.configured(text)), in: git.world())
    #expect(ended.exit == 2)
    #expect(ended.output.contains(place))
  }

  @Test func `a commit that touches ignored paths alone does not count`() async throws {
    let words = try git.configured("{ version: { ignore: { paths: ['docs', '**/*.md'] } } }")
    try git.work("git tag v1.0.0")
    try touch("docs", "feat: a")
    try touch("docs lib", "fix: b")
    let plan = try await git.plan(words)
    #expect(plan.next == "1.0.1")
    #expect(plan.commits?.map(\.outcome) == ["counted", "ignored"])
  }
}
