import Foundation
import Testing
import WorldSupport

@Suite("Deriving a history again")
struct ReplayTests {
  struct Answer: Decodable {
    struct Release: Decodable, Equatable {
      let from, tag, published: String
      let derived: String?
      let agrees: Bool
    }
    struct Fit: Decodable { let preset, squash: String }
    let releases: [Release]
    let agreed, total: Int
    let best: Fit?
  }

  let git: GitSandbox

  init() throws { git = try GitSandbox() }

  private func replay(_ words: [String] = []) async throws -> Answer {
    let ended = await release(["plan", "--replay", "--json"] + words, in: git.world())
    return try JSONDecoder().decode(Answer.self, from: Data(ended.output.utf8))
  }

  private func history(_ steps: [(message: String, tag: String?)]) throws {
    for (hour, step) in steps.enumerated() {
      try git.commit(step.message, at: hour)
      if let tag = step.tag { try git.work("git tag \(tag)") }
    }
  }

  @Test func `every release that has one before it is derived again`() async throws {
    try history([
      ("feat: a", "v1.0.0"), ("fix: b", "v1.0.1"), ("docs: c", nil), ("feat: d", "v1.1.0"),
      ("fix: e", "v2.0.0"),
    ])
    let answer = try await replay()
    #expect((answer.agreed, answer.total) == (2, 3))
    #expect(answer.releases.map(\.derived) == ["1.0.1", "1.1.0", "1.1.1"])
    #expect(answer.releases.map(\.from) == ["1.0.0", "1.0.1", "1.1.0"])
    #expect(answer.releases.map(\.agrees) == [true, true, false])
  }

  @Test func `the graph decides and not the order of commits`() async throws {
    try git.commit("feat: base")
    try git.work("git tag v1.0.0; git checkout -q -b old")
    try git.commit("feat: old work", at: 1)
    try git.work("git checkout -q main")
    try git.commit("fix: on main", at: 2)
    try git.work("git tag v1.0.1; git merge -q --no-ff -m merge old; git tag v1.1.0")
    #expect(try await replay().agreed == 2)
  }

  @Test func `releases of other branches are derived from what they reach`() async throws {
    try history([("feat: a", "v1.0.0"), ("feat!: b", "v2.0.0")])
    try git.work("git checkout -q -b 1.x v1.0.0")
    try git.commit("fix: c", at: 5)
    try git.work("git tag v1.0.1; git checkout -q main")
    #expect(try await replay().releases.map(\.derived).sorted { $0 ?? "" < $1 ?? "" } == ["1.0.1", "2.0.0"])
  }

  @Test func `prereleases count on their channel and stable ones from the last stable`() async throws {
    try history([
      ("feat: a", "v1.0.0"), ("feat: b", "v1.1.0-rc.1"), ("fix: c", "v1.1.0-rc.2"),
      ("feat!: d", "v2.0.0-rc.1"),
      ("docs: e", "v2.0.0"),
    ])
    let answer = try await replay()
    #expect(answer.releases.map(\.derived) == ["1.1.0-rc.1", "1.1.0-rc.2", "2.0.0-rc.1", "2.0.0"])
    #expect(answer.agreed == 4)
  }

  @Test func `a component is replayed by its own folder and tags`() async throws {
    try git.work(
      "mkdir api; echo 1 >api/f; git add .; git commit -qm 'feat: a'; git tag api-v1.0.0; git tag v9.0.0")
    try git.work(
      "echo 1 >g; git add .; git commit -qm 'feat: elsewhere'; echo 2 >api/f; git commit -qam 'fix: b'; git tag api-v1.0.1"
    )
    let words = try git.configured("{ components: { api: { path: 'api' } } }")
    #expect(try await replay(words + ["--component", "api"]).releases.map(\.derived) == ["1.0.1"])
  }

  @Test func `the preset that explains most is named`() async throws {
    try history([
      ("feat: a", "v1.0.0"), ("deps: b", "v1.0.1"), ("fix: c\n\nfeat: d", "v1.1.0"), ("docs: e", nil),
    ])
    let best = try await replay(["--fit"]).best
    #expect(best?.preset == "release-please")
    #expect(best?.squash == "split")
  }

  @Test func `people see the first differences and why`() async throws {
    try history([("feat: a", "v1.0.0"), ("feat: b", "v1.0.1")])
    let ended = await release(["plan", "--replay"], in: git.world())
    #expect(ended.output.contains("0 of 1 releases come out as they were published"))
    #expect(ended.output.contains("v1.0.1 after v1.0.0: derived 1.1.0"))
    #expect(ended.output.contains("`feat` is minor"))
  }

  @Test func `a shallow clone has no whole history`() async throws {
    try history([("feat: a", "v1.0.0"), ("feat: b", nil)])
    try git.run("mv work full; git clone -q --depth 1 file://$PWD/full work")
    let ended = await release(["plan", "--replay", "--json"], in: git.world())
    #expect(ended.exit == 1 && ended.output.contains("shallow_clone"))
  }

  @Test func `a history without releases is no failure`() async throws {
    try history([("feat: a", nil)])
    #expect(try await replay().total == 0)
  }
}
