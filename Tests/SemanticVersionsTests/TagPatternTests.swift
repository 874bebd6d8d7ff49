import Foundation
import SemanticVersions
import Testing

@Suite("Tag patterns")
struct TagPatternTests {
  @Test(arguments: [
    ("v{version}", "v1.2.3-rc.1", "v[0-9]*"), ("api-v{version}", "api-v1.2.3-rc.1", "api-v[0-9]*"),
    ("{version}-lts", "1.2.3-rc.1-lts", "[0-9]*-lts"),
    ("release/{version}", "release/1.2.3-rc.1", "release/[0-9]*"),
    ("{version}", "1.2.3-rc.1", "[0-9]*"), ("@{version}", "@1.2.3-rc.1", "@[0-9]*"),
    ("é{version}", "é1.2.3-rc.1", "é[0-9]*"),
  ])
  func `a tag carries the version there and back`(text: String, tag: String, glob: String) throws {
    let (pattern, version) = try (TagPattern(parsing: text), Version(parsing: "1.2.3-rc.1"))
    #expect(pattern.tag(for: version) == tag)
    #expect(pattern.version(of: tag) == version)
    #expect(pattern.version(of: Array("\(tag)~".utf8).dropLast()) == version)
    #expect(pattern.glob == glob && pattern.text == text)
  }

  @Test(arguments: [
    ("v{version}", "1.2.3"), ("v{version}", "V1.2.3"), ("v{version}", "v1.02.3"), ("v{version}", "v1.2.3\n"),
    ("v{version}", "v"), ("v{version}", ""), ("v{version}", "vnext"), ("api-v{version}", "v1.2.3"),
    ("{version}-lts", "1.2.3"), ("a{version}a", "a"), ("é{version}", "e\u{301}1.2.3"),
  ])
  func `a foreign tag carries no version`(pattern: String, tag: String) throws {
    #expect(try TagPattern(parsing: pattern).version(of: tag) == nil)
  }

  @Test(arguments: [
    ("", TagPatternError.missingPlaceholder), ("version", .missingPlaceholder),
    ("{versioN}", .missingPlaceholder),
    ("v{major}.{minor}", .missingPlaceholder), ("{version}{version}", .repeatedPlaceholder(offset: 9)),
    ("{name}-{version}", .strayBrace(offset: 0)), ("v{version}}", .strayBrace(offset: 10)),
    ("v {version}", .illegalName(.forbiddenByte(0x20))), ("v*{version}", .illegalName(.forbiddenByte(0x2A))),
    ("{version}..x", .illegalName(.forbiddenSequence(".."))), ("-{version}", .illegalName(.leadingHyphen)),
    ("{version}.", .illegalName(.trailingDot)), ("a/.{version}", .illegalName(.leadingDot)),
    ("{version}.lock", .illegalName(.lockSuffix)), ("{version}.lock/x", .illegalName(.lockSuffix)),
    ("/{version}", .illegalName(.emptyComponent)), ("a//{version}", .illegalName(.emptyComponent)),
    ("{version}/", .illegalName(.emptyComponent)), ("\u{7F}{version}", .illegalName(.forbiddenByte(0x7F))),
  ])
  func `a pattern that git could not follow is refused`(text: String, error: TagPatternError) {
    #expect(throws: error) { try TagPattern(parsing: text) }
  }

  @Test(
    .enabled(if: Git.isPresent),
    arguments: [
      "v", "a/b", "a.", ".a", "a..b", "a b", "a~b", "a^b", "a:b", "a?b", "a*b", "a[b", "a\\b", "a@b", "@",
      "a.lock",
      "a.lockx", "x/a.lock", "a//b", "/a", "a/", "a/.b", "é", "a\tb", "a\u{7F}", "a-", "a@", "a,b;c=d!e%f&g",
      "a]",
    ])
  func `git agrees on the names it takes`(prefix: String) throws {
    let (pattern, git) = try (
      try? TagPattern(parsing: "\(prefix)/{version}"), Git.accepts(tag: "\(prefix)/0.0.0")
    )
    #expect((pattern != nil) == git)
  }
}

/// The real thing, to compare with.
enum Git {
  static let isPresent = (try? run(["--version"])) == 0

  static func accepts(tag: String) throws -> Bool {
    try run(["check-ref-format", "refs/tags/\(tag)"]) == 0
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
