import SemanticVersions
import Testing
import VersionFiles

@Suite("Hostile files")
struct HostileFileTests {
  static let shapes: [(String, String, String, String)] = [
    ("package.json", "{\"a\":", "[", ""), ("package.json", "", "{\"a\":", ""),
    ("package.json", "{\"", "\\\\", ""),
    ("Cargo.toml", "a=", "[", ""), ("Cargo.toml", "a=", "{a=", ""), ("Cargo.toml", "", "a.", ""),
    ("Cargo.toml", "", "[a]\n", ""),
    ("Cargo.toml", "a=\"\"\"", "\"\"\\n", ""),
    ("Cargo.lock", "", "[[package]]\nname=\"a\"\nversion=\"1.0.0\"\n", ""),
    ("pom.xml", "", "<a>", ""), ("pom.xml", "<project>", "<version>1</version>", "</project>"),
    ("pom.xml", "<!DOCTYPE a [", "<", ""),
    ("pom.xml", "<project><properties>", "<a>${b}</a>", "</properties><version>${a}</version></project>"),
    ("Chart.yaml", "", "- ", ""), ("Chart.yaml", "a: ", "[", ""), ("Chart.yaml", "a:\n", " #\n", ""),
    ("Chart.yaml", "", "a:\n\n", ""),
    ("Chart.yaml", "", "version:\n", ""), ("Chart.yaml", "", "'a' ", ""), ("Chart.yaml", "a: |\n", " \n", ""),
    ("build.gradle", "", "{", ""), ("build.gradle", "a = ", "/", ""), ("build.gradle", "a = ", "= /", ""),
    ("build.gradle", "a=\"", "${\"", ""),
    ("build.gradle", "version = 'a'", "\n", ".b"), ("build.gradle", "", "version = ''\n\n", ""),
    ("build.gradle", "'''", "''\\", ""),
    ("build.gradle", "", "version =\n", ""), ("A.podspec", "", "<<-A ", "\n"),
    ("A.podspec", "", "=begin\n", ""), ("A.podspec", "", "%(", ""),
    ("A.podspec", "", "a = / ", ""), ("gradle.properties", "", "version\\\n", ""),
    ("gradle.properties", "", "version=1\n", ""),
    ("VERSION", "", "1.", ""), ("README.md", "", "img.shields.io/badge/version-1-", ""),
    ("README.md", "", "img.shields.io/badge/version-1-a\n", ""),
    ("a", "", "x-release-version ", ""), ("a", "x-release-version ", "1.", ""),
    ("a", "", "x-release-version 1.2.3\n", ""),
    ("a", "x-release-version-start", "\n1.2.3", "\nx-release-version-end"),
    ("a", "", "x-release-version-start", ""),
    ("a", "x-release-version ", "1.2.3-", ""), ("a", "x-release-version ", "v1", ""),
  ]

  @Test(.timeLimit(.minutes(20)), arguments: shapes)
  func `a long file is read in linear time`(
    name: String, start: String, unit: String, end: String
  ) throws {
    let count = 100_000 / unit.utf8.count
    let bytes =
      Array(start.utf8) + Array(repeatElement(Array(unit.utf8), count: count).joined()) + Array(end.utf8)
    let format = VersionFormat(path: name) ?? .marked
    // Most of these are refused; that the call comes back is what counts.
    do {
      let context = VersionFileContext(packages: ["a"])
      _ = try format.writing(Version(1, 2, 3), into: bytes, context: context)
    } catch {}
  }

  @Test(arguments: [
    ("{version}-a", "1.2-"), ("a{version}a", "a1.0.0-a"), (".{version}.", "1."), ("aaaaaaaa{major}", "a"),
  ])
  func `a pattern is looked for in linear time`(pattern: String, unit: String) throws {
    let format = VersionFormat.pattern(try VersionPattern(parsing: pattern))
    let bytes = Array(repeatElement(Array(unit.utf8), count: 50_000).joined())
    // As above.
    do { _ = try format.writing(Version(1, 2, 3), into: bytes) } catch {}
  }

  @Test func `a file beyond the limit is refused`() throws {
    let bytes = [UInt8](repeating: 0x20, count: VersionFormat.byteLimit + 1)
    #expect(throws: VersionFileError.tooLarge(limit: VersionFormat.byteLimit)) {
      try VersionFormat.plain.writing(Version(1, 2, 3), into: bytes)
    }
    #expect(throws: VersionFileError.tooLarge(limit: VersionFormat.byteLimit)) {
      try CargoManifest(parsing: bytes)
    }
  }
}
