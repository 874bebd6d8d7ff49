import Effects
import Foundation
import Testing

@Suite("What else is in a folder that nobody vouches for", .timeLimit(.minutes(20)))
struct SurplusTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  private func surplus(_ search: SurplusSearch, beside wanted: String...) throws -> Surplus? {
    try files.inspect(scratch.path, for: wanted.map { WantedFile($0) }, surplus: search).surplus
  }

  private func make(_ names: String...) throws {
    for name in names {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      if !folder.isEmpty { _ = try scratch.folder(folder) }
      _ = try scratch.file(name)
    }
  }

  @Test func `nobody asked, nothing is told`() throws {
    try make("a")
    #expect(try files.inspect(scratch.path, for: [], surplus: nil).surplus == nil)
  }

  @Test func `only what is wanted is no surplus`() throws {
    try make("a", "d/b", "d/e/f/c")
    for reach in SurplusSearch.Reach.allCases {
      #expect(try surplus(SurplusSearch(reach), beside: "a", "d/b", "d/e/f/c", "none", "no/ne") == Surplus())
    }
  }

  @Test func `beside the files, no other folder is looked into`() throws {
    try make("x", "d/x", "d/e/b", "d/e/x", "d/e/.hidden", "d/e/other/deep/x")
    let found = try surplus(SurplusSearch(.besideFiles), beside: "d/e/b", "d/e/f/none")
    #expect(found == Surplus(paths: ["d/e/.hidden", "d/e/other/", "d/e/x"], count: 3))
  }

  @Test func `the whole tree is told, with folders that hold nothing`() throws {
    try make("x", "d/x", "d/e/b", "d/e/x", "d/e/other/deep/x")
    _ = try (scratch.folder("empty"), scratch.folder("d/e/g"), scratch.folder("wanted/later"))
    let found = try surplus(SurplusSearch(.wholeTree), beside: "d/e/b", "wanted/later/f")
    let paths = ["d/e/g/", "d/e/other/deep/x", "d/e/x", "d/x", "empty/", "x"]
    #expect(found == Surplus(paths: paths, count: 6))
  }

  @Test func `without a wanted file the whole tree is surplus, and nothing is beside`() throws {
    try make("a", "d/b")
    #expect(try surplus(SurplusSearch(.wholeTree)) == Surplus(paths: ["a", "d/b"], count: 2))
    #expect(try surplus(SurplusSearch(.besideFiles)) == Surplus())
  }

  @Test(arguments: SurplusSearch.Reach.allCases)
  func `links and FIFOs count and are not followed`(reach: SurplusSearch.Reach) throws {
    try make("a", "d/b")
    _ = try (scratch.link("out", to: "/"), scratch.link("in", to: "d"), scratch.link("loop", to: "."))
    _ = try scratch.fifo("fifo")
    let found = try surplus(SurplusSearch(reach), beside: "a", "d/b")
    #expect(found == Surplus(paths: ["fifo", "in", "loop", "out"], count: 4))
  }

  @Test(arguments: SurplusSearch.Reach.allCases)
  func `a link where a folder of wanted files should be counts, and is not followed`(
    reach: SurplusSearch.Reach
  ) throws {
    try make("a", "elsewhere/b", "elsewhere/x")
    _ = try scratch.link("d", to: "elsewhere")
    let found = try #require(try surplus(SurplusSearch(reach), beside: "a", "elsewhere/b", "d/b"))
    #expect(found == Surplus(paths: ["d", "elsewhere/x"], count: 2))
  }

  @Test func `what is in a folder with the name of a wanted file is surplus`() throws {
    try make("a/x")
    #expect(try surplus(SurplusSearch(.wholeTree), beside: "a") == Surplus(paths: ["a/x"], count: 1))
    #expect(try surplus(SurplusSearch(.besideFiles), beside: "a") == Surplus())
  }

  @Test func `so many names are told, and all are counted`() throws {
    try scratch.shell("mkdir d; for i in $(seq 1000 1999); do : > d/$i; done")
    for reach in SurplusSearch.Reach.allCases {
      let found = try surplus(SurplusSearch(reach, mostNames: 3), beside: "d/1500")
      #expect(found == Surplus(paths: ["d/1000", "d/1001", "d/1002"], count: 999))
      let counted = try surplus(SurplusSearch(reach, mostNames: 0), beside: "d/1500")
      #expect(counted == Surplus(count: 999))
    }
  }

  @Test func `names that are no text, or more than that, are told in escapes`() throws {
    try scratch.shell(
      #"touch "$(printf 'b\377c')" "$(printf 'a\033[2J\nx')" 'back\slash' "$(printf '\302\205')""#)
    try make("é", "\u{202E}x")
    let found = try #require(try surplus(SurplusSearch(.wholeTree)))
    #expect(
      found.paths == [
        "a\\u{1b}[2J\\u{a}x", "back\\\\slash", "b\\xffc", "\\u{85}", "é", "\\u{202e}x",
      ])
  }

  @Test func `a name that Swift takes for a wanted one is another`() throws {
    try make("K", "\u{212A}", "d/\u{E9}", "d/e\u{301}")
    let found = try surplus(SurplusSearch(.wholeTree), beside: "K", "d/\u{E9}")
    #expect(found?.paths.map { Array($0.utf8) } == [Array("d/e\u{301}".utf8), Array("\u{212A}".utf8)])
  }

  @Test func `folders in a name that is no text are looked into`() throws {
    try scratch.shell(#"d="$(printf 'd\377')"; mkdir "$d"; touch "$d/x""#)
    #expect(try surplus(SurplusSearch(.wholeTree))?.paths == ["d\\xff/x"])
  }

  @Test func `folders beyond the depth are told and not looked into, and that is said`() throws {
    try make("1/2/3/x", "1/x")
    let found = try surplus(SurplusSearch(.wholeTree, depth: 2))
    #expect(found == Surplus(paths: ["1/2/3/", "1/x"], count: 2, gap: .depth(path: "1/2/3")))
    #expect(
      try surplus(SurplusSearch(.wholeTree, depth: 2), beside: "1/2/3/x") == Surplus(paths: ["1/x"], count: 1)
    )
  }

  @Test func `a tree deeper than any path reaches is no danger`() throws {
    let name = String(repeating: "d", count: 200)
    // Ten levels at a time are put on top, as the kernel takes no path of them all.
    let ten = Array(repeating: name, count: 9).joined(separator: "/")
    try scratch.shell(
      "mkdir \(name); for i in 1 2 3 4 5 6 7 8 9; do mkdir -p top/\(ten); mv \(name) top/\(ten)/; mv top \(name); done"
    )
    let found = try #require(try surplus(SurplusSearch(.wholeTree)))
    #expect(found.count == 1)
    #expect(found.gap == .depth(path: Array(repeating: name, count: 65).joined(separator: "/")))
    try scratch.shell("rm -r \(name)")
  }

  @Test func `more entries than are looked at are a gap, not an answer`() throws {
    try scratch.shell("for i in $(seq 1 50); do mkdir d$i; : > d$i/x; done")
    let found = try #require(try surplus(SurplusSearch(.wholeTree, mostEntries: 70)))
    #expect(found.gap == .entries(limit: 71))
    #expect(try surplus(SurplusSearch(.wholeTree, mostEntries: 99))?.gap == nil)
    #expect(try surplus(SurplusSearch(.wholeTree, mostEntries: .max))?.count == 50)
  }

  @Test(.enabled(if: geteuid() != 0, "nothing is forbidden to root"))
  func `a folder that may not be listed is told, and that it hides something`() throws {
    try make("closed/x", "d/a")
    try scratch.shell("chmod 100 closed d")
    defer { _ = try? scratch.shell("chmod 700 closed d") }
    let found = try #require(try surplus(SurplusSearch(.wholeTree), beside: "d/a"))
    #expect(found.paths == ["closed/"])
    #expect(
      [.unreadable(.notPermitted(path: "closed")), .unreadable(.notPermitted(path: "d"))].contains(found.gap))
    let beside = try surplus(SurplusSearch(.besideFiles), beside: "d/a")
    #expect(beside == Surplus(gap: .unreadable(.notPermitted(path: "d"))))
  }

  @Test func `a random tree is told as find tells it`() throws {
    var numbers = SeededNumbers(seed: 42)
    for round in 0..<5 {
      _ = try scratch.folder("tree")
      for _ in 0..<60 {
        let depth = Int(numbers.next() % 5)
        let folder = (0..<depth).map { _ in "d\(numbers.next() % 3)" }.joined(separator: "/")
        _ = try scratch.folder("tree/\(folder)")
        try scratch.shell(": > 'tree/\(folder)/f\(numbers.next() % 9)'")
      }
      let leaves = try scratch.shell(
        "cd tree; find . -type f | cut -c3-; find . -mindepth 1 -type d -empty | sed 's|^./||; s|$|/|'")
      let all = leaves.split(separator: "\n").map(String.init)
      let wanted = all.enumerated().filter { $0.offset % 3 == round % 3 }.map(\.element)
      let expected = Set(all).subtracting(wanted).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let search = SurplusSearch(.wholeTree, mostNames: 1000)
      let found = try files.inspect(scratch.at("tree"), for: wanted.map { WantedFile($0) }, surplus: search)
        .surplus
      #expect(found == Surplus(paths: expected, count: expected.count))
      try files.remove(scratch.at("tree"))
    }
  }
}
