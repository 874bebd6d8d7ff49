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
    var query = GitLogQuery(from: base, to: "HEAD")
    (query.paths, query.limit) = (paths, limit)
    return try git.repository().commits(query).map {
      String(decoding: $0.message.prefix { $0 != 0x0A }, as: UTF8.self)
    }
  }

  @Test func `a commit is told whole`() throws {
    let (first, second) = (try git.commit("one"), try git.commit("two\n\nbody\n", at: 1))
    let commits = try git.repository().commits(GitLogQuery(to: "HEAD"))
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
    let commits = try git.repository().commits(GitLogQuery(to: "HEAD"))
    #expect(commits.map(\.id) == ids.reversed())
    let text = String(decoding: commits[1].message, as: UTF8.self)
    #expect(text.trimmedLines == message.trimmedLines)
  }

  @Test func `bytes that are no UTF-8 come through`() throws {
    try git.commit("before")
    try git.work(
      "(git cat-file commit HEAD | sed '/^$/q'; printf 'caf\\351 \\377') >../raw; git reset -q --soft $(git hash-object -t commit -w ../raw)"
    )
    let commits = try git.repository().commits(GitLogQuery(to: "HEAD"))
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
    let commits = try git.repository().commits(GitLogQuery(to: "HEAD"))
    #expect(commits.map(\.message.count).max().map { $0 >= 10_000_000 } == true)
    #expect(commits.count == 2)
  }

  @Test func `names are those of the mailmap`() throws {
    try git.work("echo 'Countess Lovelace <ada@example.org>' >.mailmap; git add .; git commit -qm one")
    #expect(try git.repository().commits(GitLogQuery(to: "HEAD")).map(\.authorName) == ["Countess Lovelace"])
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
    #expect(try git.repository().commits(GitLogQuery(from: release, to: "HEAD"))[0].parents.count == 2)
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
    let before = try git.repository().commits(GitLogQuery(to: "HEAD"))
    try git.work(
      "git config log.showSignature true; git config color.ui always; git config log.date raw; git config log.decorate full; git config format.pretty fuller; git config notes.displayRef '*'; git config i18n.logOutputEncoding ISO-8859-1; git notes add -m note HEAD"
    )
    #expect(try git.repository().commits(GitLogQuery(to: "HEAD")) == before)
  }

  private func records(_ change: (inout GitLogQuery) -> Void) throws -> [(String, [String], Bool, String)] {
    var query = GitLogQuery(to: "HEAD")
    change(&query)
    var records: [(String, [String], Bool, String)] = []
    try git.repository().eachCommit(query) { record in
      let paths = record.paths.map { String(decoding: $0, as: UTF8.self) }
      records.append((record.id, paths, record.isBoundary, String(decoding: record.note, as: UTF8.self)))
    }
    return records
  }

  @Test func `the paths that a commit touches are told, those of a merge against its first parent`() throws {
    try git.work("mkdir a 'b c'; echo 1 >a/f; echo 1 >'b c/ü'; git add .; git commit -qm one")
    try git.work("git checkout -q -b side; echo 2 >a/g; git add .; git commit -qm two; git checkout -q main")
    try git.commit("empty", at: 1)
    try git.work(
      "git merge -q --no-ff -m merge side; git config diff.renames copies; git config log.showRoot false")
    try git.work("git mv a/f 'b c/f'; git commit -qm move")
    let paths = try records { $0.tellsPaths = true }.map(\.1)
    #expect(Set(paths[0]) == ["a/f", "b c/f"])
    #expect(Set(paths[4]) == ["a/f", "b c/ü"])
    #expect(paths[1...3].sorted { $0.count < $1.count } == [[], ["a/g"], ["a/g"]])
  }

  @Test func `the end of a range is told and marked`() throws {
    let base = try git.commit("one")
    let head = try git.commit("two", at: 1)
    let told = try records { ($0.base, $0.tellsBoundary) = (base, true) }
    #expect(told.map(\.0) == [head, base])
    #expect(told.map(\.2) == [false, true])
  }

  @Test func `a note for releases comes with its commit, and no other note`() throws {
    try git.commit("one")
    try git.work("git notes --ref=release add -m 'feat: noted\n'; git notes add -m other")
    #expect(try records { _ in }.map(\.3) == ["feat: noted\n"])
  }

  @Test func `tags can be heads`() throws {
    let old = try git.commit("one")
    try git.work("git checkout -q -b old; git checkout -q --orphan main2")
    try git.commit("two", at: 1)
    try git.work("git tag v1.0.0 \(old); git tag v1.0.1 $(echo x | git hash-object -w --stdin)")
    #expect(try records { $0.tags = "v[0-9]*" }.count == 2)
  }

  @Test(arguments: ["x", "x\0y", "a\0b\0c\0d\0e\0f", "\0>\0a", "\0>\0c\0d\0noon\0f\0g\0h\0i\0j\0k\0"])
  func `a log that cannot be read is told`(text: String) {
    var scanner = GitLogScanner()
    scanner.take(Array(text.utf8)[...]) { _ in }
    scanner.finish { _ in }
    #expect(!scanner.isReadable)
  }

  @Test(arguments: 1...40)
  func `a log reads the same in pieces of any size`(size: Int) {
    let record = "\0>\0id\0\0Ada\0a@b\0" + "12\0feat: a\n\nbody\n\0\0\0"
    let bytes = Array((record + record + "\na/b\0c\0" + record).utf8)
    var (scanner, paths): (GitLogScanner, [Int]) = (GitLogScanner(), [])
    for start in stride(from: 0, to: bytes.count, by: size) {
      scanner.take(bytes[start..<min(start + size, bytes.count)]) { paths.append($0.paths.count) }
    }
    scanner.finish { paths.append($0.paths.count) }
    #expect(scanner.isReadable)
    #expect(paths == [0, 2, 0])
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

  private var names: [String] { get throws { try git.repository().tags().map(\.name) } }

  @Test func `a light tag leads to its commit`() throws {
    try git.work("git tag v1.0.0 \(first)")
    #expect(try git.repository().tags() == [GitTag(name: "v1.0.0", commit: first)])
  }

  @Test func `an annotated tag leads to its commit`() throws {
    try git.work("git tag -a -m 'two\nlines' v1.0.0 \(first); git tag v0 \(second); git tag w \(second)")
    #expect(try git.repository().tags().map(\.commit) == [second, first, second])
    try git.work("git pack-refs --all")
    #expect(try git.repository().tags().map(\.commit) == [second, first, second])
  }

  @Test func `a tag of a tag of a tag leads to the commit`() throws {
    try git.work("git tag -a -m x a; git tag -a -m x b a 2>/dev/null; git tag -a -m x v1.0.0 b 2>/dev/null")
    #expect(try git.repository().tags().map(\.commit) == [second, second, second])
  }

  @Test func `a repository without tags has none`() throws {
    #expect(try git.repository().tags() == [])
  }

  @Test func `tags of anything but commits lead to no commit`() throws {
    try git.work(
      "b=$(echo x | git hash-object -w --stdin); git tag v1 $b; git tag -a -m x v2 $b; git tag v3 'HEAD^{tree}'; git tag -a -m x v4 v2 2>/dev/null; git tag v5"
    )
    #expect(try names == ["v1", "v2", "v3", "v4", "v5"])
    let commits = try git.repository().tags().map { "\($0.commit)^{commit}" }
    #expect(try git.repository().objects(commits).map { $0 == nil } == [true, true, true, true, false])
  }

  @Test func `all ancestors are told`() throws {
    let third = try git.commit("three", at: 2)
    var names: [String] = []
    try git.repository().eachAncestor(of: "HEAD") { names.append(String(decoding: $0, as: UTF8.self)) }
    #expect(names == [third, second, first])
    #expect(throws: GitError.self) { try git.repository().eachAncestor(of: "nowhere") { _ in } }
  }

  @Test func `objects are found by their names, and what is not there is told`() throws {
    try git.work("echo x >file; git add .; git commit -qm three")
    let names = ["HEAD^{commit}", "HEAD:file", "HEAD:nowhere", "HEAD\nHEAD", "", "HEAD^{tree}"]
    let found = try git.repository().objects(names)
    #expect(found.map { $0 == nil } == [false, false, true, true, true, false])
  }

  @Test func `a best common ancestor is found`() throws {
    try git.work("git checkout -q -b side \(first); git commit -q --allow-empty -m side")
    #expect(try git.repository().mergeBase(of: ["main", "side"]) == first)
    #expect(try git.repository().mergeBase(of: ["main"]) == "main")
    try git.work("git checkout -q --orphan lone; git commit -q --allow-empty -m lone")
    #expect(try git.repository().mergeBase(of: ["main", "lone"]) == nil)
  }
}
