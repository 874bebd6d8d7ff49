import StrictJSON
import Testing
import WorldSupport

@testable import Effects

@Suite("History of a repository")
struct GitHistoryTests {
  let git: GitSandbox

  init() throws { git = try GitSandbox() }

  private func subjects(from base: String? = nil, paths: [String] = [], limit: Int? = nil) throws -> [String]
  {
    try git.repository().commits(from: base, to: "HEAD", paths: paths, limit: limit).map {
      String(decoding: $0.message.prefix { $0 != 0x0A }, as: UTF8.self)
    }
  }

  @Test func `a commit is told whole`() throws {
    let (first, second) = (try git.commit("one"), try git.commit("two\n\nbody\n", at: 1))
    let commits = try git.repository().commits(from: nil, to: "HEAD")
    #expect(commits.map(\.id) == [second, first])
    #expect(commits.map(\.parents) == [[first], []])
    #expect(commits[0].authorName == "Ada")
    #expect(commits[0].authorEmail == "ada@example.org")
    #expect(commits.map(\.committedAt.secondsSinceEpoch) == [1_700_003_600, 1_700_000_000])
  }

  @Test(arguments: [
    "", "\n", "one", "one\n", "one\n\n", "one\n\nbody\n\n\nmore\n",
    "\"quotes\" 'and' \\n `such` %H %x00 $(id)", "tab\tand\rreturn",
    "öäü €😀", "-m", "\u{1B}[31mred\u{7}", "commit 0123\nAuthor: nobody\n\n    feat: x",
  ])
  func `a message comes as it was written, between others`(message: String) throws {
    let ids = [try git.commit("before"), try git.commit(message), try git.commit("after")]
    let commits = try git.repository().commits(from: nil, to: "HEAD")
    #expect(commits.map(\.id) == ids.reversed())
    let text = String(decoding: commits[1].message, as: UTF8.self)
    #expect(text.trimmedLines == message.trimmedLines)
  }

  @Test func `bytes that are no UTF-8 come through`() throws {
    try git.commit("before")
    try git.work(
      "(git cat-file commit HEAD | sed '/^$/q'; printf 'caf\\351 \\377') >../raw; git reset -q --soft $(git hash-object -t commit -w ../raw)"
    )
    let commits = try git.repository().commits(from: nil, to: "HEAD")
    #expect(commits.map(\.message) == [Array("caf".utf8) + [0xE9, 0x20, 0xFF]])
  }

  @Test func `a message in another encoding comes as UTF-8`() throws {
    try git.work(
      "printf 'caf\\351' >../raw; git -c i18n.commitEncoding=ISO-8859-1 commit -q --allow-empty -F ../raw")
    #expect(try subjects() == ["café"])
  }

  @Test func `a message of ten megabytes is read`() throws {
    try git.work(
      "(echo big; echo; head -c 10000000 /dev/zero | tr '\\0' x) >../big; git commit -q --allow-empty -F ../big"
    )
    try git.commit("small")
    let commits = try git.repository().commits(from: nil, to: "HEAD")
    #expect(commits.map(\.message.count).max().map { $0 >= 10_000_000 } == true)
    #expect(commits.count == 2)
  }

  @Test func `names are those of the mailmap`() throws {
    try git.work("echo 'Countess Lovelace <ada@example.org>' >.mailmap; git add .; git commit -qm one")
    #expect(try git.repository().commits(from: nil, to: "HEAD").map(\.authorName) == ["Countess Lovelace"])
  }

  @Test func `a range leaves out what its base reaches`() throws {
    try git.commit("one")
    let base = try git.commit("two")
    try git.commit("three")
    #expect(try subjects(from: base) == ["three"])
    #expect(try subjects(from: "HEAD") == [])
    #expect(try subjects(limit: 2) == ["three", "two"])
  }

  @Test func `a range follows the graph and not the dates`() throws {
    try git.commit("base", at: 0)
    try git.work("git checkout -q -b old")
    try git.commit("old work", at: 1)
    try git.work("git checkout -q main")
    let release = try git.commit("release", at: 5)
    try git.work("git merge -q --no-ff -m merge old")
    #expect(try Set(subjects(from: release)) == ["merge", "old work"])
    #expect(try git.repository().commits(from: release, to: "HEAD")[0].parents.count == 2)
  }

  @Test func `paths keep the commits that touch them`() throws {
    try git.work(
      "mkdir a b; echo 1 >a/f; git add .; git commit -qm one; echo 1 >b/f; git add .; git commit -qm two")
    #expect(try subjects(paths: ["a"]) == ["one"])
    #expect(try subjects(paths: ["a", ":(top)b"]) == ["two", "one"])
    #expect(try subjects(paths: ["nowhere"]) == [])
  }

  @Test func `the user's configuration does not disturb`() throws {
    try git.commit("one")
    let before = try git.repository().commits(from: nil, to: "HEAD")
    try git.work(
      "git config log.showSignature true; git config color.ui always; git config log.date raw; git config log.decorate full; git config format.pretty fuller; git config notes.displayRef '*'; git config i18n.logOutputEncoding ISO-8859-1; git notes add -m note HEAD"
    )
    #expect(try git.repository().commits(from: nil, to: "HEAD") == before)
  }

  @Test(arguments: ["x", "x\0y", "a\0b\0c\0d\0e\0f", "a\0\0c\0d\0noon\0f\0"])
  func `a log that cannot be read is told`(text: String) {
    #expect(throws: GitError.unexpectedOutput(command: "git log")) {
      try GitRepository.parseLog(Array(text.utf8))
    }
  }
}

@Suite("Tags of a repository")
struct GitTagTests {
  let git: GitSandbox
  let first: String
  let second: String

  init() throws {
    git = try GitSandbox()
    first = try git.commit("one")
    second = try git.commit("two", at: 1)
  }

  @Test func `a light tag leads to its commit`() throws {
    try git.work("git tag v1.0.0 \(first)")
    let tag = try #require(try git.repository().tags("*").first)
    #expect(tag.commit == first)
    #expect(tag.object == nil)
    #expect(tag.createdAt.secondsSinceEpoch == 1_700_000_000)
  }

  @Test func `an annotated tag leads to its commit and has an object of its own`() throws {
    try git.work("GIT_COMMITTER_DATE='1800000000 +0100' git tag -a -m 'two\nlines' v1.0.0 \(first)")
    let tag = try #require(try git.repository().tags("*").first)
    #expect(tag.commit == first)
    #expect(try tag.object == git.work("git rev-parse v1.0.0"))
    #expect(tag.createdAt.secondsSinceEpoch == 1_800_000_000)
  }

  @Test func `a tag of a tag of a tag leads to the commit`() throws {
    try git.work("git tag -a -m x a; git tag -a -m x b a 2>/dev/null; git tag -a -m x v1.0.0 b 2>/dev/null")
    let tags = try git.repository().tags("v*")
    #expect(tags.map(\.commit) == [second])
    #expect(try tags.map(\.object) == [git.work("git rev-parse v1.0.0")])
  }

  @Test func `tags of anything but commits are passed over`() throws {
    try git.work(
      "b=$(echo x | git hash-object -w --stdin); git tag v1 $b; git tag -a -m x v2 $b; git tag v3 'HEAD^{tree}'; git tag -a -m x v4 v2 2>/dev/null; git tag v5"
    )
    #expect(try git.repository().tags("*").map(\.name) == ["v5"])
    #expect(try git.repository().tags("*", mergedInto: "HEAD").map(\.name) == ["v5"])
  }

  @Test func `only tags that fit and can be reached are told`() throws {
    try git.work(
      "git tag v1 \(first); git tag v2 \(second); git tag -a -m x api-v1 \(first); git tag a/v1 \(first)")
    #expect(try git.repository().tags("v[0-9]*").map(\.name) == ["v1", "v2"])
    #expect(try git.repository().tags("v*", mergedInto: first).map(\.name) == ["v1"])
    #expect(try git.repository().tags("a/v*").map(\.name) == ["a/v1"])
  }
}
