import SemanticVersions
import TestSupport
import Testing

@Suite("Version parsing")
struct VersionParsingTests {
  @Test func `a full version has its five parts`() throws {
    let version = try Version(parsing: "1.20.3-rc.4.x-y+build.007")
    #expect(version.major == 1 && version.minor == 20 && version.patch == 3)
    #expect(version.prerelease.map(\.text) == ["rc", "4", "x-y"])
    #expect(version.prerelease.map(\.number) == [nil, 4, nil])
    #expect(version.build == ["build", "007"])
  }

  @Test(arguments: ["0.0.0", "1.2.3", "1.0.0--", "1.0.0-0a.-.0", "1.0.0+0", "1.2.3-a.1+b-.001"])
  func `a version prints as it was written`(text: String) throws {
    #expect(try Version(parsing: text).description == text)
  }

  @Test func `numbers may have any length`() throws {
    let digits = String(repeating: "9", count: 100_000)
    #expect(try Version(parsing: "\(digits).0.0").major.digits == digits)
  }

  @Test(arguments: [
    ("", VersionError.empty),
    ("v1.2.3", .expectedNumber(offset: 0)),
    (" 1.2.3", .expectedNumber(offset: 0)),
    ("１.2.3", .expectedNumber(offset: 0)),
    ("1.", .expectedNumber(offset: 2)),
    ("1..3", .expectedNumber(offset: 2)),
    ("1.-2.3", .expectedNumber(offset: 2)),
    ("1", .expectedDot(offset: 1)),
    ("1.2", .expectedDot(offset: 3)),
    ("1.2-rc", .expectedDot(offset: 3)),
    ("01.2.3", .leadingZero(offset: 0)),
    ("1.2.00", .leadingZero(offset: 4)),
    ("1.2.3-a.01", .leadingZero(offset: 8)),
    ("1.2.3-", .emptyIdentifier(offset: 6)),
    ("1.2.3+", .emptyIdentifier(offset: 6)),
    ("1.2.3-a..b", .emptyIdentifier(offset: 8)),
    ("1.2.3-+b", .emptyIdentifier(offset: 6)),
    ("1.2.3.4", .unexpected(byte: 0x2E, offset: 5)),
    ("1.2.3\n", .unexpected(byte: 0x0A, offset: 5)),
    ("1.2.3-a_b", .unexpected(byte: 0x5F, offset: 7)),
    ("1.2.3-\u{301}", .unexpected(byte: 0xCC, offset: 6)),
    ("1.2.3+a+b", .unexpected(byte: 0x2B, offset: 7)),
  ])
  func `an error names the place where the text leaves the grammar`(text: String, error: VersionError) {
    #expect(throws: error) { try Version(parsing: text) }
  }
}

@Suite("Version parsing, shared cases", .enabled(if: SharedCases.arePresent))
struct SharedVersionCases {
  struct File: Decodable {
    struct Case: Decodable {
      let input: String
      let major, minor, patch: String?
      let prerelease, build: [String]?
    }
    let cases: [Case]
  }

  @Test func `every valid version is read part by part`() throws {
    let cases = try SharedCases.decode(File.self, "semver-valid.json").cases
    try #require(cases.count > 50)
    for expected in cases {
      let version = try Version(parsing: expected.input)
      #expect(
        [version.major, version.minor, version.patch].map(\.digits) == [
          expected.major, expected.minor, expected.patch,
        ])
      #expect(version.prerelease.map(\.text) == expected.prerelease)
      #expect(version.build == expected.build)
      #expect(version.description == expected.input)
    }
  }

  @Test func `every invalid version is refused`() throws {
    let cases = try SharedCases.decode(File.self, "semver-invalid.json").cases
    try #require(cases.count > 50)
    for refused in cases {
      #expect(throws: VersionError.self, "\(refused.input)") { try Version(parsing: refused.input) }
    }
  }
}
