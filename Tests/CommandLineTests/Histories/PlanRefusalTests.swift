import Effects
import Testing
import WorldSupport

@Suite("Refusing instead of guessing")
struct PlanRefusalTests {
  let git: GitSandbox

  /// A repository with v1.0.0 and a fix, and a clone of it.
  init() throws {
    git = try GitSandbox()
    try git.commit("feat: a")
    try git.work("git tag v1.0.0")
    try git.commit("fix: b", at: 1)
  }

  private func cloned(_ options: String = "") throws -> GitSandbox {
    try git.run("mv work full; git clone -q \(options) file://$PWD/full work")
    return git
  }

  private func code(_ words: [String] = []) async throws -> String? { try await git.plan(words).error?.code }

  @Test func `a shallow clone without its last release`() async throws {
    #expect(try await cloned("--depth 1").plan().error?.code == "shallow_clone")
    try git.work("git fetch -q --tags --unshallow")
    #expect(try await git.plan().next == "1.0.1")
  }

  @Test func `a shallow clone that reaches its last release is no obstacle`() async throws {
    #expect(try await cloned("--depth 2").plan().next == "1.0.1")
  }

  @Test func `a shallow clone that lost a merged branch`() async throws {
    try git.work("git checkout -q -b long v1.0.0")
    for commit in ["feat!: hidden", "fix: b", "fix: c", "fix: d"] { try git.commit(commit, at: 2) }
    try git.work("git checkout -q main; git tag v1.0.1; git merge -q --no-ff -m merge long")
    #expect(try await cloned("--depth 3").plan().error?.code == "shallow_clone")
  }

  @Test func `a clone without tags`() async throws {
    #expect(try await cloned("--no-tags").plan().error?.code == "missing_tags")
    #expect(try await git.plan(["--offline"]).next == "0.1.0")
    try git.work("git fetch -q origin --tags")
    #expect(try await git.plan().next == "1.0.1")
  }

  @Test func `a clone that lacks the newest tag`() async throws {
    try cloned().run("git -C full tag v1.0.1")
    #expect(try await code() == "missing_tags")
  }

  @Test func `a version that exists on another branch`() async throws {
    try git.work("git checkout -q -b hot v1.0.0")
    try git.commit("fix: c", at: 2)
    try git.work("git tag v1.0.1; git checkout -q main")
    #expect(try await code() == "tag_exists")
  }

  @Test func `a version that exists on the remote alone`() async throws {
    try cloned().run(
      "cd full; git checkout -q -b hot v1.0.0; git commit -q --allow-empty -m 'fix: c'; git tag v1.0.1; git checkout -q main"
    )
    #expect(try await code() == "tag_on_remote")
    #expect(try await git.plan(["--offline"]).next == "1.0.1")
    #expect(try await git.plan(["--preview", "docs: x"]).next == "1.0.1")
  }

  @Test func `a tag that is another commit on the remote`() async throws {
    try cloned().run("git -C full tag -f v1.0.0 main 2>/dev/null")
    #expect(try await code() == "tag_differs")
  }

  @Test func `a remote that cannot be asked is told and no obstacle`() async throws {
    try git.work("git remote add origin ../nowhere")
    let ended = await release(["plan"], in: git.world())
    #expect(ended.exit == 0)
    #expect(ended.output == "1.0.1\n")
    #expect(ended.errorOutput.contains("origin cannot be asked"))
  }

  @Test func `tags that differ in build metadata alone`() async throws {
    try git.work("git tag v1.0.0+other HEAD")
    #expect(try await code() == "ambiguous_tags")
    #expect(try await git.plan(["--from", "v1.0.0"]).next == "1.0.1")
  }

  @Test func `tags of another form than the configured one`() async throws {
    try git.work("git tag -d v1.0.0 >/dev/null; git tag 1.0.0 HEAD~1")
    #expect(try await code() == "other_tag_form")
    #expect(try await git.plan(git.configured("{ version: { tag: '{version}' } }")).next == "1.0.1")
    #expect(try await git.plan(["--release-as", "1.0.1"]).next == "1.0.1")
  }

  @Test func `foreign tags are told and no obstacle`() async throws {
    try git.work("git tag latest; git tag v1.02.0; git tag 9.9.9")
    let ended = await release(["plan", "--explain"], in: git.world())
    #expect(ended.exit == 0 && ended.output.contains("ignored tags: 9.9.9, latest, v1.02.0"))
  }

  @Test func `a breaking change that is glued to a paragraph is warned of`() async throws {
    try git.commit("feat: b\n\ntext\nBREAKING CHANGE: c", at: 2)
    let ended = await release(["plan"], in: git.world())
    #expect(ended.output == "2.0.0\n")
    #expect(ended.errorOutput.contains("in the middle of a paragraph; it counts all the same"))
  }

  @Test(arguments: [("beta", "1.0.1-beta.1"), ("next", "1.0.1-next.1"), ("1.0.x", nil), ("topic", "1.0.1")])
  func `branches have their usual meaning without a configuration`(branch: String, next: String?) async throws
  {
    try git.work("git checkout -q -b \(branch)")
    #expect(try await git.plan().next == next)
    #expect(try await git.plan(["--channel", "rc"]).next == "1.0.1-rc.1")
  }

  @Test func `two tags of one version on one commit are no obstacle`() async throws {
    try git.work("git tag v1.0.0+other v1.0.0")
    #expect(try await git.plan().next == "1.0.1")
  }

  @Test func `a detached head`() async throws {
    try git.work("git checkout -q --detach")
    #expect(try await code() == "detached_head")
    for words in [["--at", "HEAD"], ["--channel", "stable"], ["--preview", "fix: c"]] {
      #expect(try await git.plan(words).next == "1.0.1")
    }
    let channels = try git.configured("{ channels: { main: 'stable' } }")
    #expect(try await code(channels + ["--at", "HEAD"]) == "detached_head")
  }

  @Test func `a CI job says which branch a detached head stands for`() async throws {
    try git.work("git checkout -q --detach")
    let words = try git.configured("{ channels: { next: { prerelease: 'next' } } }")
    var world = git.world()
    world.environment["GITHUB_REF_TYPE"] = "branch"
    world.environment["GITHUB_REF_NAME"] = "next"
    #expect(await release(["plan"] + words, in: world).output == "1.0.1-next.1\n")
  }

  @Test func `an empty repository`() async throws {
    try git.run("git init -q empty")
    #expect(try await git.plan(in: "empty").error?.code == "no_commits")
  }

  @Test(
    arguments: [
      ("fix: c", "1.0.2", nil), ("feat: c", nil, "outside_line"), ("feat!: c", nil, "outside_line"),
    ] as [(String, String?, String?)])
  func `a maintenance branch outside its range`(message: String, next: String?, code: String?) async throws {
    try git.work("git tag v1.0.1; git checkout -q -b 1.0.x")
    try git.commit(message, at: 2)
    try git.work("git checkout -q main")
    try git.commit("feat: d", at: 3)
    try git.work("git tag v1.1.0; git checkout -q 1.0.x")
    let plan = try await git.plan(git.configured("{ channels: { main: 'stable', '1.0.x': 'maintenance' } }"))
    #expect(plan.next == next)
    #expect(plan.error?.code == code)
  }

  @Test(
    arguments: [
      ("main", "fix: c", "1.0.2", nil), ("main", "feat: c", nil, "tag_exists"),
      ("main", "feat!: c", nil, "tag_exists"),
      ("next", "feat: c", "1.2.0", nil), ("next", "feat!: c", nil, "tag_exists"),
      ("apex", "feat!: c", "3.0.0", nil),
    ] as [(String, String, String?, String?)])
  func `stable branches that follow one another`(
    branch: String, message: String, next: String?, code: String?
  ) async throws {
    try releaseThreeLines()
    try git.work("git checkout -q \(branch)")
    try git.commit(message, at: 9)
    let channels = "{ channels: { main: 'stable', next: 'stable', apex: 'stable' } }"
    let plan = try await git.plan(git.configured(channels))
    #expect(plan.next == next)
    #expect(plan.error?.code == code)
  }

  @Test func `a version between those of other branches`() async throws {
    try releaseThreeLines()
    try git.work("git tag v1.3.0 next; git tag -d v1.1.0 v2.0.0 >/dev/null; git tag v2.1.0 apex")
    try git.work("git checkout -q main")
    try git.commit("feat!: c", at: 9)
    let channels = "{ channels: { main: 'stable', next: 'stable', apex: 'stable' } }"
    #expect(try await code(git.configured(channels)) == "outside_line")
    #expect(try await git.plan(git.configured("{ channels: { main: 'stable' } }")).next == "2.0.0")
  }

  /// `main` has 1.0.1, `next` 1.1.0 and `apex` 2.0.0 besides.
  private func releaseThreeLines() throws {
    try git.work("git tag v1.0.1; git checkout -q -b next")
    try git.commit("feat: n", at: 2)
    try git.work("git tag v1.1.0; git checkout -q -b apex")
    try git.commit("feat!: t", at: 3)
    try git.work("git tag v2.0.0")
  }

  @Test func `tags of something else than commits are looked past`() async throws {
    try git.work(
      "git checkout -q -b other v1.0.0; git commit -q --allow-empty -m x; git tag v4.0.0; git checkout -q main"
    )
    try git.work("b=$(echo x | git hash-object -w --stdin); git tag v3.0.0 $b; git tag v5.0.0 $b")
    #expect(try await git.plan().current == "1.0.0")
    let words = try git.configured("{ components: { all: { path: '.', tag: 'v{version}' } } }")
    let ended = await release(["plan", "--all"] + words, in: git.world())
    #expect(ended.output == "all -\n", "\(ended.everything)")
    try git.work("git tag v1.0.1 $(echo y | git hash-object -w --stdin)")
    #expect(try await code() == "tag_exists")
  }

  @Test func `a remote that was named and is not there`() async throws {
    #expect(try await code(["--remote", "upstrem"]) == "no_remote")
  }

  @Test func `a preview follows from the head, whatever it takes back`() async throws {
    try git.work(
      "git checkout -q -b side v1.0.0; git commit -q --allow-empty -m 'feat: side'; git checkout -q main")
    try git.work("git merge -q --no-ff -m Merge side")
    let merge = try git.work("git rev-parse HEAD")
    let plan = try await git.plan(["--preview", "Revert \"Merge\"\n\nThis reverts commit \(merge)."])
    #expect(plan.commits?.map(\.outcome).sorted() == ["cancelled", "cancelled", "cancelled", "counted"])
    #expect(plan.next == "1.0.1")
    try git.work(
      "git revert -m 1 --no-edit HEAD 2>/dev/null || git commit -q --allow-empty -m 'Revert \"Merge\"' -m 'This reverts commit \(merge).'"
    )
    #expect(try await git.plan(["--preview", "docs: x"]).next == "1.0.1")
  }

  @Test func `a channel counts from its own last release`() async throws {
    let channel = try git.configured("{ channels: { main: { prerelease: 'next' } } }")
    try git.work("git tag v1.0.1-next.1")
    try git.commit("docs: c", at: 2)
    #expect(try await git.plan(channel).next == nil)
    try git.commit("fix: d\n\nRelease-As: 3.0.0-next.1", at: 3)
    #expect(try await git.plan(channel).next == "3.0.0-next.1")
    try git.work("git tag v3.0.0-next.1")
    try git.commit("fix: e", at: 4)
    #expect(try await git.plan(channel).next == "3.0.0-next.2")
    #expect(try await git.plan().next == "1.0.1")
  }

  @Test(arguments: ["HEAD\nHEAD", "nowhere", "-x"])
  func `a revision that names no commit`(revision: String) async throws {
    #expect(try await code(["--at=\(revision)"]) == "unknown_revision")
  }
}
