import Testing
import WorldSupport

@Suite("Messages corrected after the merge")
struct CorrectionTests {
  let git: GitSandbox
  let wrong: String

  init() throws {
    git = try GitSandbox()
    try git.commit("feat: a")
    try git.work("git tag v1.0.0")
    wrong = try git.commit("fix: b", at: 1)
  }

  private func outcomes(_ words: [String] = []) async throws -> [String]? {
    try await git.plan(words).commits?.map(\.outcome)
  }

  @Test func `a committed file corrects a message`() async throws {
    try git.work(
      "git log -1 --no-decorate \(wrong) | sed 's/fix: b/feat!: b/' >release.overrides; git add .; git commit -qm 'chore: correct'"
    )
    let plan = try await git.plan()
    #expect(plan.next == "2.0.0")
    #expect(plan.commits?.map(\.outcome) == ["no_effect", "overridden"])
    #expect(plan.commits?.last?.subject == "feat!: b")
    #expect(plan.commits?.last?.because.contains("release.overrides") == true)
  }

  @Test func `a correction that is not committed does not count, and no cut passes over it`() async throws {
    try git.scratch.write("work/release.overrides", "commit \(wrong)\n\n    feat!: b\n")
    #expect(try await git.plan().next == "1.0.1")
    let ended = await release(["cut", "--tag-only", "--json"], in: git.world())
    #expect(ended.exit == 1 && ended.output.contains("untracked_file"))
  }

  @Test func `a note corrects a message, and the file comes before it`() async throws {
    try git.work("git notes --ref=release add -m 'docs: b' \(wrong)")
    #expect(try await git.plan().next == nil)
    #expect(try await outcomes() == ["overridden"])
    try git.scratch.write("work/release.overrides", "commit \(wrong.prefix(9))\n\n    feat: b\n")
    try git.work("git add .; git commit -qm 'chore: correct'")
    #expect(try await git.plan().next == "1.1.0")
  }

  @Test func `a file that cannot be read is refused with its line`() async throws {
    try git.scratch.write("work/release.overrides", "commit \(wrong)\n\nfeat: b\n")
    try git.work("git add .; git commit -qm 'chore: correct'")
    let ended = await release(["plan", "--json"], in: git.world())
    #expect(ended.exit == 2)
    #expect(ended.output.contains("release.overrides, line 3"))
  }

  @Test func `the commit that is planned decides which corrections hold`() async throws {
    try git.scratch.write("work/release.overrides", "commit \(wrong)\n\n    feat: b\n")
    try git.work("git add .; git commit -qm 'chore: correct'")
    #expect(try await git.plan(["--at", "HEAD~1"]).next == "1.0.1")
  }
}
