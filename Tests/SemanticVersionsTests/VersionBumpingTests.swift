import SemanticVersions
import TestSupport
import Testing

@Suite("Version bumping")
struct VersionBumpingTests {
  @Test(arguments: [
    ("1.2.3", Bump.patch, "1.2.4"), ("1.2.3", .minor, "1.3.0"), ("1.2.3", .major, "2.0.0"),
    ("1.2.3", .none, "1.2.3"), ("1.2.3-rc.1", .none, "1.2.3-rc.1"),
    ("1.2.3-rc.1", .patch, "1.2.3"), ("1.2.0-rc.1", .minor, "1.2.0"), ("1.2.1-rc.1", .minor, "1.3.0"),
    ("2.0.0-rc.1", .major, "2.0.0"), ("2.1.0-rc.1", .major, "3.0.0"), ("1.2.3+5", .patch, "1.2.4"),
    ("9.99.999", .patch, "9.99.1000"), ("1.999.0", .minor, "1.1000.0"),
    ("18446744073709551615.0.0", .major, "18446744073709551616.0.0"),
  ])
  func `a bump gives the next stable version`(current: String, bump: Bump, next: String) throws {
    #expect(try Version(parsing: current).bumped(by: bump).description == next)
  }

  @Test(arguments: [
    ("1.2.3", Bump.minor, "rc", 1, "1.3.0-rc.1"), ("1.3.0-rc.1", .none, "rc", 1, "1.3.0-rc.2"),
    ("1.3.0-rc.1", .major, "rc", 1, "2.0.0-rc.1"), ("1.3.0-alpha.7", .none, "beta", 1, "1.3.0-beta.1"),
    ("1.2.3", .none, "rc", 0, "1.2.4-rc.0"), ("1.2.3", .patch, "", 0, "1.2.4-0"),
    ("1.3.0-rc.1+5", .none, "rc", 1, "1.3.0-rc.2"), ("1.3.0-rc.9", .none, "rc", 1, "1.3.0-rc.10"),
  ])
  func `a prerelease opens or continues a series`(
    current: String, bump: Bump, identifier: String, first: Int, next: String
  ) throws {
    let prerelease = try Version(parsing: current).nextPrerelease(
      bump, identifier: identifier, startingAt: first)
    #expect(prerelease.description == next)
  }

  @Test func `a malformed identifier is refused with its place`() {
    #expect(throws: PrereleaseError.malformedIdentifier(.unexpected(byte: 0x2F, offset: 2))) {
      try Version(1, 0, 0).nextPrerelease(.minor, identifier: "rc/1")
    }
  }

  @Test func `without a number there is no second prerelease`() throws {
    let version = try Version(1, 0, 0).nextPrerelease(.minor, identifier: "rc", startingAt: nil)
    #expect(throws: PrereleaseError.nothingToCount) {
      try version.nextPrerelease(.none, identifier: "rc", startingAt: nil)
    }
  }

  @Test func `major version zero is initial development`() {
    #expect(Version(0, 9, 0).isInitialDevelopment && !Version(1, 0, 0).isInitialDevelopment)
  }

  @Test func `bumps order by weight`() {
    #expect(Bump.allCases.sorted() == [.none, .patch, .minor, .major])
  }
}

@Suite("Version bumping, shared cases", .enabled(if: SharedCases.arePresent))
struct SharedIncrementCases {
  struct File: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable {
    let version, release: String
    let result: String?
    let loose: Bool?
    let identifier, identifierBase: Flexible?

    var next: Version? {
      guard let current = try? Version(parsing: version) else { return nil }
      if release == "release" { return current.isPrerelease ? current.core : nil }
      if let bump = Bump(rawValue: release) { return current.bumped(by: bump) }
      guard release.hasPrefix("pre") else { return nil }
      let bump = release == "prerelease" ? Bump.none : Bump(rawValue: String(release.dropFirst(3)))
      return try? bump.map {
        try current.nextPrerelease($0, identifier: identifier?.text ?? "", startingAt: first)
      }
    }

    var first: Int? { identifierBase.map { $0.text.flatMap(Int.init) } ?? 0 }
  }

  /// A string, a number, or `false`, which has no text.
  struct Flexible: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let number = (try? container.decode(Int.self)).map(String.init)
      text = (try? container.decode(Bool.self)) == false ? nil : try number ?? container.decode(String.self)
    }
  }

  @Test func `node-semver increments alike`() throws {
    let cases = try SharedCases.decode(File.self, "semver-increment.json").cases.filter { $0.loose != true }
    try #require(cases.count > 100)
    for expected in cases { #expect(expected.next?.description == expected.result, "\(expected)") }
  }
}
