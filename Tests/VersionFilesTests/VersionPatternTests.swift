import SemanticVersions
import Testing
import VersionFiles

@Suite("Version patterns")
struct VersionPatternTests {
  @Test(arguments: [
    ("#define VERSION \"{version}\"", "#define VERSION \"1.2.3\"\n", "#define VERSION \"4.5.6-rc.1\"\n"),
    ("V \"{version}\"", "V \"\"", "V \"4.5.6-rc.1\""),
    ("v={version}", "a\nv=1.2.\nb 1", "a\nv=4.5.6-rc.1.\nb 1"),
    ("{version}-lts", "x 1.2.3-lts.1-lts 9.9.9\n", "x 4.5.6-rc.1-lts 9.9.9\n"),
    ("a-{version}.tar.gz", "a-b a-1.2.3-rc.1.tar.gz", "a-b a-4.5.6-rc.1.tar.gz"),
    ("MAJOR {major}", "MAJOR 1\nMINOR 2\n", "MAJOR 4\nMINOR 2\n"),
    ("MINOR {minor}\\n", "MINOR 22\\n", "MINOR 5\\n"),
    ("({patch})", "(1.2) (x) (3)", "(1.2) (x) (6)"),
    ("{\"v\": \"{version}\"}", "{\"v\": \"0.1\"}", "{\"v\": \"4.5.6-rc.1\"}"),
    ("vv{version};", "vvvv1.2.3;", "vvvv4.5.6-rc.1;"),
  ])
  func `the place of a pattern is replaced`(pattern: String, before: String, after: String) throws {
    let format = VersionFormat.pattern(try VersionPattern(parsing: pattern))
    let version = try Version(parsing: "4.5.6-rc.1")
    let result = try format.writing(version, into: Array(before.utf8))
    #expect(String(decoding: result, as: UTF8.self) == after)
    #expect(try format.writing(version, into: result) == result)
  }

  @Test(arguments: [
    ("v{version}", "v1.0.0\nv2.0.0", VersionFileError.ambiguous(lines: [1, 2])),
    ("v{version}", "vx", .notFound),
    ("v{version}\"", "v1.0.0'", .notFound), ("M {major}", "M x", .notFound),
    ("M {major};", "M 1.2;", .notFound),
    ("a{version}.tgz", "a1.2.tgz", .notFound), ("v{version}", "", .notFound), ("{version}!", "", .notFound),
  ])
  func `a pattern without its one place is refused`(pattern: String, text: String, error: VersionFileError)
    throws
  {
    let format = VersionFormat.pattern(try VersionPattern(parsing: pattern))
    #expect(throws: error) { try format.writing(Version(1, 2, 3), into: Array(text.utf8)) }
  }

  @Test(arguments: [
    ("", VersionPatternError.missingPlaceholder), ("v{versions}", .missingPlaceholder),
    ("{version}", .noLiteralText), ("{patch}", .noLiteralText),
    ("{major}.{minor}", .repeatedPlaceholder(offset: 8)),
    ("v\n{version}", .lineBreak(offset: 1)),
  ])
  func `a pattern that could not be followed is refused`(text: String, error: VersionPatternError) {
    #expect(throws: error) { try VersionPattern(parsing: text) }
  }
}
