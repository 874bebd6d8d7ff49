import ReleasePlanning
import Testing

@Suite("Path patterns")
struct PathPatternTests {
  @Test(
    arguments: [
      (
        "services/api", ["services/api", "services/api/a", "services/api/a/b.swift"],
        ["services", "services/apis", "x/services/api"]
      ),
      ("services/api/", ["services/api", "services/api/a"], ["services/apis/a", "services"]),
      ("./services/./api", ["services/api/a"], ["services/a"]),
      (".", ["a", "a/b", ".x", ""], []), ("./", ["a"], []),
      ("README.md", ["README.md"], ["README_md", "readme.md", "a/README.md"]),
      ("*.md", ["a.md", ".md", "a.b.md"], ["a.mdx", "docs/a.md", "a.md/b"]),
      ("docs/*", ["docs/a", "docs/.a"], ["docs/a/b", "docs", "docsa"]),
      ("docs/*/", ["docs/a", "docs/a/b/c"], ["docs", "x/docs/a"]),
      ("docs/**", ["docs/a", "docs/a/b", "docs"], ["docsa", "a/docs"]),
      ("**/*.md", ["a.md", "docs/a.md", "a/b/c.md"], ["a.mdx", "a.md/b"]), ("**", ["a", "a/b", ""], []),
      ("a/**/b", ["a/b", "a/x/b", "a/x/y/b", "a/b/b"], ["a", "b", "a/x", "a/b/c", "x/a/b"]),
      ("**/b/**/c", ["b/c", "a/b/c", "b/x/c", "b/c/b/x/c"], ["c/b", "b", "bc"]),
      ("a?c", ["abc", "a.c"], ["ac", "a/c", "abbc", "aéc"]),
      ("a*b*c", ["abc", "a1b2c", "abcbc"], ["acb", "ab/c"]),
      ("a**c", ["ac", "abc"], ["a/c"]), ("é", ["é"], ["e\u{301}"]), ("[a]", ["[a]"], ["a"]),
      ("a\\*", ["a\\b"], ["a*", "ab"]),
      ("!a", ["!a"], ["a", "b"]), ("{a,b}", ["{a,b}"], ["a"]), ("...", ["...", ".../a"], [".."]),
    ])
  func `a pattern means paths`(text: String, inside: [String], outside: [String]) throws {
    let pattern = try PathPattern(parsing: text)
    for path in inside { #expect(pattern.matches(path), "\(path)") }
    for path in outside { #expect(!pattern.matches(path), "\(path)") }
    #expect(pattern.text == text)
  }

  @Test(
    arguments: [
      ("", .empty), ("/", .absolute), ("/a", .absolute), ("..", .parent), ("a/../b", .parent),
      ("a/..", .parent),
      ("a//b", .emptyPart), ("a//", .emptyPart),
    ] as [(String, PathPatternError)])
  func `a text that names no path is refused`(text: String, error: PathPatternError) {
    #expect(throws: error) { try PathPattern(parsing: text) }
  }

  @Test func `a slice of bytes is looked at where it lies`() throws {
    let bytes = Array("xx/docs/a.md\0yy".utf8)
    #expect(try PathPattern(parsing: "docs/*.md").matches(bytes[3..<12]))
    #expect(try !PathPattern(parsing: "docs/*.md").matches(bytes[3...]))
    #expect(try PathPattern(parsing: "**/*.md").matches(bytes[..<12]))
  }

  @Test(
    .timeLimit(.minutes(20)),
    arguments: [
      (String(repeating: "**/", count: 200) + "b", String(repeating: "a/", count: 2000) + "a"),
      (String(repeating: "**/a/", count: 200) + "b", String(repeating: "a/", count: 2000) + "a"),
      (String(repeating: "*a", count: 200) + "b", String(repeating: "a", count: 4000)),
    ])
  func `stars without end cost the product of the lengths`(text: String, path: String) throws {
    let pattern = try PathPattern(parsing: text)
    let time = ContinuousClock().measure { #expect(!pattern.matches(path)) }
    #expect(time < .seconds(2))
  }

  /// What a pattern means, as its grammar says it, without care for time.
  private func means(_ parts: ArraySlice<Substring>, _ names: ArraySlice<Substring>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == "**" {
      return means(parts.dropFirst(), names) || !names.isEmpty && means(parts, names.dropFirst())
    }
    guard let name = names.first, fits(Array(part)[...], Array(name)[...]) else { return false }
    return means(parts.dropFirst(), names.dropFirst())
  }

  private func fits(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return fits(pattern.dropFirst(), name) || !name.isEmpty && fits(pattern, name.dropFirst())
    }
    guard let byte = name.first, byte == first || first == "?" else { return false }
    return fits(pattern.dropFirst(), name.dropFirst())
  }

  @Test func `random patterns mean what the grammar says`() throws {
    let (parts, names) = (["a", "b", "*", "?", "a*", "*b", "a*b", "**"], ["a", "b", "ab", "aab", "abb"])
    var matched = 0
    for _ in 0..<3000 {
      // A wildcard somewhere, so that the pattern is not the name of a folder.
      let pattern = (["*"] + (0..<Int.random(in: 0..<5)).map { _ in parts.randomElement() ?? "a" }).shuffled()
      let path = (0..<Int.random(in: 1..<7)).map { _ in names.randomElement() ?? "a" }.joined(separator: "/")
      let meant = means(pattern.map { $0[...] }[...], path.split(separator: "/")[...])
      #expect(
        try PathPattern(parsing: pattern.joined(separator: "/")).matches(path) == meant, "\(pattern) \(path)")
      matched += meant ? 1 : 0
    }
    #expect(matched > 50)
  }
}
