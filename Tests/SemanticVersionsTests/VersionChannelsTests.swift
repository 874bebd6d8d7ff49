import SemanticVersions
import Testing

@Suite("Prerelease channels")
struct VersionChannelsTests {
  @Test(
    arguments: [
      ([], Bump.minor, "1.1.0-rc.1"), (["1.1.0-rc.1"], .minor, "1.1.0-rc.2"),
      (["1.1.0-rc.9", "1.1.0-rc.10"], .minor, "1.1.0-rc.11"), (["1.1.0-rc.1"], .patch, "1.1.0-rc.2"),
      (["1.1.0-rc.1"], .major, "2.0.0-rc.1"), (["1.1.0-rc.1", "2.0.0-rc.1"], .minor, "2.0.0-rc.2"),
      (["1.0.0-rc.7"], .minor, "1.1.0-rc.1"), (["1.1.0-rc"], .minor, "1.1.0-rc.1"),
      (["1.1.0-beta.3", "3.0.0-beta.1"], .minor, "1.1.0-rc.1"), (["1.1.0-rc.1.2"], .minor, "1.1.0-rc.1"),
      (["1.2.0-rc.a"], .minor, "1.1.0-rc.1"), (["1.2.0-rc"], .patch, "1.2.0-rc.1"), ([], .none, "1.0.1-rc.1"),
      (["1.0.1-rc.1"], .none, "1.0.1-rc.2"),
    ])
  func `a channel counts towards the next stable version`(
    prereleases: [String], bump: Bump, next: String
  ) throws {
    let (stable, reached) = (Version(1, 0, 0), try prereleases.map(Version.init(parsing:)))
    let version = try stable.nextOnChannel("rc", bump: bump, releases: [stable] + reached)
    #expect(version.description == next)
    #expect(version > stable && reached.allSatisfy { $0.prerelease[0].text != "rc" || $0 != version })
  }

  @Test(arguments: [("alpha.nightly", "1.1.0-alpha.nightly.3"), ("alpha", "1.1.0-alpha.6"), ("", "1.1.0-5")])
  func `an identifier may have parts or none`(identifier: String, next: String) throws {
    let reached = try ["1.1.0-alpha.nightly.2", "1.1.0-alpha.5", "1.1.0-4"].map(Version.init(parsing:))
    let version = try Version(1, 0, 0).nextOnChannel(identifier, bump: .minor, releases: reached)
    #expect(version.description == next)
  }

  @Test func `a first version has prereleases before it`() throws {
    let first = try Version(0, 1, 0).onChannel("rc", after: [])
    let second = try Version(0, 1, 0).onChannel("rc", after: [first])
    #expect([first, second].map(\.description) == ["0.1.0-rc.1", "0.1.0-rc.2"])
  }

  @Test(arguments: ["r_c", "rc.", "01"])
  func `a malformed identifier is refused`(identifier: String) {
    #expect(throws: PrereleaseError.self) {
      try Version(1, 0, 0).nextOnChannel(identifier, bump: .patch, releases: [])
    }
  }
}
