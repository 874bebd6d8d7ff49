import Effects
import StrictJSON
import Testing
import WorldSupport

private let signature = GitSignature(
  identity: "Ada <ada@example.org>", at: Timestamp(secondsSinceEpoch: 1_700_000_000))

private let zero = String(repeating: "0", count: 40)

@Suite("Objects of a repository")
struct GitObjectTests {
  let git: GitSandbox

  init() throws {
    git = try GitSandbox()
    try git.work(
      "mkdir d; echo a >a; echo run >d/run; chmod 755 d/run; ln -s a link; git add .; git commit -qm one")
  }

  private func tree(replacing files: [(path: String, mode: String, blob: String)]) throws -> String {
    try git.repository().writeTree(of: "HEAD", replacing: files, scratchIndex: git.scratch.at("index"))
  }

  @Test func `a tree keeps modes, links and submodules`() throws {
    try git.work(
      "git init -q sub; cd sub; git commit -q --allow-empty -m sub; cd ..; git add sub 2>/dev/null; git commit -qm two"
    )
    let blob = try git.repository().writeBlob(Array("new".utf8))
    let tree = try tree(replacing: [("a", "100644", blob), ("d/new file", "100755", blob)])
    let sub = try git.work("git -C sub rev-parse HEAD")
    #expect(
      try git.work("git ls-tree -r --format='%(objectmode) %(path)' \(tree)").split(separator: "\n") == [
        "100644 a", "100755 d/new file", "100755 d/run", "120000 link", "160000 sub",
      ])
    #expect(try git.work("git cat-file blob \(tree):a") == "new")
    #expect(try git.work("git rev-parse \(tree):sub") == sub)
  }

  @Test func `a tree leaves index and work tree alone`() throws {
    let before = try git.work("git ls-files -s; git status --porcelain; cat a")
    _ = try tree(replacing: [("a", "100644", try git.repository().writeBlob([0x62]))])
    #expect(try git.work("git ls-files -s; git status --porcelain; cat a") == before)
  }

  @Test func `a path that leads out of the tree is refused`() throws {
    let blob = try git.repository().writeBlob([])
    for path in ["../x", "/x", ".git/config", "a/../x"] {
      #expect(throws: GitError.self) { try tree(replacing: [(path, "100644", blob)]) }
    }
  }

  @Test func `a commit and its tag are as git makes them`() throws {
    let parent = try git.repository().commit("HEAD")
    let tree = try git.repository().tree(of: parent)
    let commit = try git.repository().writeCommit(
      tree: tree, parent: parent, message: "chore: release", by: signature)
    let variables =
      "GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org"
    #expect(try commit == git.work("\(variables) git commit-tree -p \(parent) -m 'chore: release' \(tree)"))
    let tag = try git.repository().writeTag("v1.0.0", of: commit, message: "Release 1.0.0", by: signature)
    #expect(
      try tag == git.work("\(variables) git tag -a -m 'Release 1.0.0' v1.0.0 \(commit); git rev-parse v1.0.0")
    )
    try git.work("git fsck --strict")
  }

  @Test func `whoever commits is named by environment or configuration`() throws {
    #expect(try git.repository().committerIdentity() == "Grace <grace@example.org>")
    var environment = git.environment.filter { !$0.key.hasPrefix("GIT_COMMITTER") }
    try git.work("git config user.name 'Alan > Turing'; git config user.email alan@example.org")
    let repository = GitRepository(
      directory: git.scratch.at("work"), subprocesses: Scratch.programs, environment: environment)
    #expect(try repository.committerIdentity() == "Alan  Turing <alan@example.org>")
    try git.work(
      "git config --unset user.name; git config --unset user.email; git config user.useConfigOnly true")
    environment["EMAIL"] = nil
    #expect(throws: GitError.self) { try repository.committerIdentity() }
  }

  @Test func `index and work tree move together`() throws {
    let old = try git.repository().commit("HEAD")
    try git.work("echo b >a; echo new >n; git rm -q d/run; git add .; git commit -qm two")
    let new = try git.repository().commit("HEAD")
    try git.repository().switchWorkTree(from: new, to: old)
    #expect(
      try git.work("cat a d/run; git diff --cached --name-only \(old); git diff --name-only; ls")
        == "a\nrun\na\nd\nlink")
  }

  @Test(arguments: ["echo local >a", "echo local >a; git add a", "echo local >n"])
  func `local changes that would be lost make it refuse`(script: String) throws {
    let old = try git.repository().commit("HEAD")
    try git.work("echo b >a; echo new >n; git add .; git commit -qm two; git checkout -q \(old)")
    try git.work(script)
    let before = try git.work("git ls-files -s; cat a n 2>/dev/null || true")
    #expect(throws: GitError.self) { try git.repository().switchWorkTree(from: old, to: "main") }
    #expect(try git.work("git ls-files -s; cat a n 2>/dev/null || true") == before)
  }

  @Test func `a file that was only touched is no local change`() throws {
    let old = try git.repository().commit("HEAD")
    try git.work("echo b >a; git add .; git commit -qm two; git checkout -q \(old); touch -d 2001-01-01 a")
    try git.repository().switchWorkTree(from: old, to: "main")
    #expect(try git.work("cat a") == "b")
  }
}

@Suite("Refs of a repository")
struct GitRefTests {
  let git: GitSandbox
  let first: String
  let second: String

  init() throws {
    git = try GitSandbox()
    first = try git.commit("one")
    second = try git.commit("two")
  }

  private var refs: String {
    get throws { try git.work("git for-each-ref --format='%(refname) %(objectname)'") }
  }

  @Test func `refs move together`() throws {
    try git.repository().updateRefs([("refs/heads/main", first, second), ("refs/tags/v1", second, nil)])
    #expect(try refs == "refs/heads/main \(first)\nrefs/tags/v1 \(second)")
  }

  @Test func `when one is not as expected none moves`() throws {
    let before = try refs
    #expect(throws: GitError.self) {
      try git.repository().updateRefs([("refs/tags/v1", second, nil), ("refs/heads/main", first, first)])
    }
    try git.work("git tag v2")
    #expect(throws: GitError.self) {
      try git.repository().updateRefs([("refs/heads/main", first, second), ("refs/tags/v2", second, nil)])
    }
    #expect(try refs == before + "\nrefs/tags/v2 \(second)")
  }

  @Test func `a ref that moved is told as that`() throws {
    let error = try #require(throws: GitError.self) {
      try git.repository().updateRefs([("refs/heads/main", second, first)])
    }
    guard case .refMoved(let message) = error else { throw error }
    #expect(message.contains("refs/heads/main"))
  }

  @Test func `a ref that somebody holds has not moved`() throws {
    try git.work("touch .git/refs/heads/main.lock")
    let error = try #require(throws: GitError.self) {
      try git.repository().updateRefs([("refs/heads/main", first, second)])
    }
    if case .refMoved = error { Issue.record("it is told as moved") }
  }

  @Test func `refs are put back together`() throws {
    let before = try refs
    try git.repository().updateRefs([("refs/heads/main", first, second), ("refs/tags/v1", second, nil)])
    try git.repository().restoreRefs([("refs/heads/main", second, first), ("refs/tags/v1", nil, second)])
    #expect(try refs == before)
  }

  @Test func `refs that somebody moved meanwhile are not put back`() throws {
    try git.repository().updateRefs([("refs/heads/main", first, second), ("refs/tags/v1", second, nil)])
    try git.work("git tag -f v1 \(first)")
    let before = try refs
    #expect(throws: GitError.self) {
      try git.repository().restoreRefs([("refs/heads/main", second, first), ("refs/tags/v1", nil, second)])
    }
    #expect(try refs == before)
  }
}

@Suite("Remotes of a repository")
struct GitRemoteTests {
  let git: GitSandbox
  let first: String

  init() throws {
    git = try GitSandbox()
    first = try git.commit("one")
    try git.run(
      "git init -q --bare origin; cd work; git remote add origin ../origin; git push -q origin main")
  }

  @Test func `a remote has an address, or is none`() throws {
    #expect(try git.repository().remoteURL("origin") == "../origin")
    #expect(try git.repository().remoteURL("upstream") == nil)
  }

  @Test func `the refs of a remote are told, tags also for what they lead to`() throws {
    try git.work(
      "git tag light; git tag -a -m x noted; git push -q origin light noted; git push -q origin main:refs/pull/1/head"
    )
    let noted = try git.work("git rev-parse noted")
    #expect(
      try git.repository().remoteRefs("origin") == [
        "refs/heads/main": first, "refs/tags/light": first, "refs/tags/noted": noted,
        "refs/tags/noted^{}": first,
      ])
  }

  @Test func `an empty remote has no refs`() throws {
    try git.run("git init -q --bare empty")
    #expect(try git.repository().remoteRefs("../empty") == [:])
  }

  @Test(arguments: ["nowhere", "../nowhere", "file:///nowhere"])
  func `a remote that cannot be reached is told`(remote: String) throws {
    let error = try #require(throws: GitError.self) { try git.repository().remoteRefs(remote) }
    guard case .remoteUnreachable(remote, let message) = error else { throw error }
    #expect(message.contains("nowhere"))
  }

  @Test func `branch and tag are pushed together`() throws {
    let second = try git.commit("two")
    try git.repository().pushAtomically(
      [(second, "refs/heads/main"), (second, "refs/tags/v1")], to: "origin")
    #expect(try git.repository().remoteRefs("origin") == ["refs/heads/main": second, "refs/tags/v1": second])
  }

  @Test func `when the remote has moved on nothing is pushed`() throws {
    let mine = try git.commit("mine")
    try git.run(
      "git clone -q origin other; cd other; git commit -q --allow-empty -m theirs; git push -q origin main")
    let before = try git.repository().remoteRefs("origin")
    let error = try #require(throws: GitError.self) {
      try git.repository().pushAtomically([(mine, "refs/tags/v1"), (mine, "refs/heads/main")], to: "origin")
    }
    guard case .pushRefused("origin", let message) = error else { throw error }
    #expect(message.contains("refs/heads/main"))
    #expect(try git.repository().remoteRefs("origin") == before)
  }

  @Test func `when the remote has the tag already nothing is pushed`() throws {
    try git.run("git -C origin tag v1 \(first)")
    let second = try git.commit("two")
    #expect(throws: GitError.self) {
      try git.repository().pushAtomically(
        [(second, "refs/heads/main"), (second, "refs/tags/v1")], to: "origin")
    }
    #expect(try git.repository().remoteRefs("origin") == ["refs/heads/main": first, "refs/tags/v1": first])
  }

  @Test func `when a hook of the remote refuses nothing is pushed`() throws {
    try git.scratch.write(
      "origin/hooks/update", "#!/bin/sh\ncase $1 in refs/tags/*) echo no tags >&2; exit 1;; esac\n",
      mode: 0o755)
    let second = try git.commit("two")
    #expect(throws: GitError.self) {
      try git.repository().pushAtomically(
        [(second, "refs/heads/main"), (second, "refs/tags/v1")], to: "origin")
    }
    #expect(try git.repository().remoteRefs("origin") == ["refs/heads/main": first])
  }
}
