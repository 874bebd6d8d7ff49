import Effects
import Testing
import WorldSupport

@Suite("Facts of a repository")
struct GitFactsTests {
  let git: GitSandbox

  init() throws { git = try GitSandbox() }

  @Test func `a repository tells its root and folder`() throws {
    let facts = try git.repository().facts()
    #expect(!facts.isBare)
    #expect(!facts.isShallow)
    #expect(facts.workTree == git.scratch.at("work"))
    #expect(facts.gitDirectory == git.scratch.at("work/.git"))
    #expect(facts.branch == nil)
    try git.commit("one")
    #expect(try git.repository().facts().branch == "refs/heads/main")
  }

  @Test func `a folder within a repository tells the same`() throws {
    try git.work("mkdir -p deep/er")
    #expect(try git.repository("work/deep/er").facts() == git.repository().facts())
  }

  @Test func `a bare repository has no work tree`() throws {
    try git.run("git init -q --bare bare")
    let facts = try git.repository("bare").facts()
    #expect(facts.isBare)
    #expect(facts.workTree == nil)
    #expect(facts.gitDirectory == git.scratch.at("bare"))
  }

  @Test func `a linked work tree has a root of its own`() throws {
    try git.commit("one")
    try git.work("git worktree add -q ../other")
    #expect(try git.repository("other").facts().workTree == git.scratch.at("other"))
    #expect(try git.repository("other").currentBranch() == "refs/heads/other")
  }

  @Test func `a clone with a part of history is shallow`() throws {
    for number in 1...3 { try git.commit("\(number)") }
    try git.run("git clone -q --depth 1 file://$PWD/work shallow")
    #expect(try git.repository("shallow").facts().isShallow)
    #expect(try git.repository("shallow").commits(GitLogQuery(to: "HEAD")).count == 1)
  }

  @Test func `outside of any repository there are no facts`() throws {
    try git.run("mkdir outside")
    let repository = git.repository("outside")
    #expect(throws: GitError.notARepository(directory: git.scratch.at("outside"))) { try repository.facts() }
    #expect(throws: GitError.notARepository(directory: git.scratch.at("outside"))) {
      try repository.currentBranch()
    }
    #expect(throws: GitError.notARepository(directory: git.scratch.at("outside"))) {
      try repository.commit("HEAD")
    }
  }

  @Test func `without git there is nothing to ask`() throws {
    let repository = GitRepository(
      directory: git.scratch.path, subprocesses: Scratch.programs, environment: ["PATH": git.scratch.path])
    #expect(throws: GitError.gitMissing) { try repository.facts() }
  }

  @Test func `an empty repository has a branch and no commit`() throws {
    let repository = git.repository()
    #expect(try repository.currentBranch() == "refs/heads/main")
    #expect(throws: GitError.noCommits(directory: git.scratch.at("work"))) { try repository.commit("HEAD") }
    #expect(try repository.tags() == [])
  }

  @Test func `a head that stands on no branch is detached`() throws {
    let id = try git.commit("one")
    try git.work("git checkout -q --detach")
    #expect(try git.repository().facts().branch == nil)
    #expect(try git.repository().currentBranch() == nil)
    #expect(try git.repository().commit("HEAD") == id)
  }

  @Test(arguments: ["HEAD", "main", "refs/heads/main", "light", "noted", "twice"])
  func `a revision names its commit`(revision: String) throws {
    let id = try git.commit("one")
    try git.work("git tag light; git tag -a -m x noted; git tag -a -m x twice noted 2>/dev/null")
    #expect(try git.repository().commit(revision) == id)
    #expect(try git.repository().commit(id) == id)
  }

  @Test(arguments: [
    "nowhere", "0123456789012345678901234567890123456789", "--all", "-n1", "", "a b", "blob", "HEAD~9",
  ])
  func `what names no commit is told`(revision: String) throws {
    try git.commit("one")
    try git.work("git tag blob $(echo x | git hash-object -w --stdin)")
    #expect(throws: GitError.unknownRevision(revision)) { try git.repository().commit(revision) }
  }

  @Test func `tracked files that differ are told by their whole paths`() throws {
    try git.work(
      "for f in kept staged changed gone old 'a b' ü; do seq 20 >\"$f\"; done; git add .; git commit -qm one")
    try git.work(
      "echo x >>staged; git add staged; echo y >>changed; rm gone; git mv old new; echo z >>'a b'; echo z >>ü; echo n >untracked"
    )
    let changed = try git.repository().changedTrackedFiles()
    #expect(Set(changed) == ["staged", "changed", "gone", "old", "new", "a b", "ü"])
    #expect(changed.count == 7)
    try git.work("git config status.renames copies; mkdir sub")
    #expect(try git.repository("work/sub").changedTrackedFiles() == changed)
  }

  @Test func `a clean repository has no changed files`() throws {
    try git.work("echo a >a; git add .; git commit -qm one; echo b >b; touch a")
    #expect(try git.repository().changedTrackedFiles() == [])
  }

  @Test func `ancestors are known`() throws {
    let (first, second) = (try git.commit("one"), try git.commit("two"))
    #expect(try git.repository().isAncestor(first, of: second))
    #expect(try git.repository().isAncestor(first, of: first))
    #expect(try !git.repository().isAncestor(second, of: first))
    #expect(throws: GitError.self) { try git.repository().isAncestor("nowhere", of: first) }
  }

  @Test func `a commit that is not here is not reached`() throws {
    let (first, second) = (try git.commit("one"), try git.commit("two"))
    #expect(try git.repository().reaches(first, from: second))
    #expect(try !git.repository().reaches(second, from: first))
    #expect(try !git.repository().reaches(String(repeating: "1", count: 40), from: first))
  }

  @Test func `a file is read from a commit, byte for byte`() throws {
    try git.work(
      "mkdir d; printf 'a\\r\\n\\0\\377' >'d/x y'; git add .; git commit -qm one; git rm -q 'd/x y'")
    #expect(try git.repository().file("d/x y", at: "HEAD") == [0x61, 0x0D, 0x0A, 0x00, 0xFF])
    #expect(try git.repository("work").file("nowhere", at: "HEAD") == nil)
    #expect(try git.repository().tree(of: "HEAD") == git.work("git rev-parse 'HEAD^{tree}'"))
  }
}
