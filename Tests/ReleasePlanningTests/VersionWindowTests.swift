import ReleasePlanning
import SemanticVersions
import Testing

@Suite("Version windows")
struct VersionWindowTests {
  private func versions(_ text: String) throws -> [Version] {
    try text.split(separator: " ").map { try Version(parsing: String($0)) }
  }

  private func line(_ name: String) throws -> MaintenanceLine { try #require(MaintenanceLine(name)) }

  @Test(
    arguments: [
      ("1.x", "", "2.0.0", "1.0.0 2.0.0"), ("1.2.x", "", "2.0.0", "1.2.0 1.3.0"),
      ("1.x", "1.0.0 1.3.0", "1.0.0 1.3.0 2.0.0", "1.3.0 2.0.0"),
      ("1.x", "1.3.0", "1.3.0 1.4.0 2.0.0", "1.3.0 1.4.0"), ("1.2.x", "1.2.4", "1.2.4 2.0.0", "1.2.4 1.3.0"),
      ("1.x", "1.3.0", "1.3.0 1.4.0-rc.1 2.0.0-rc.1 2.0.0", "1.3.0 2.0.0"),
      ("1.x", "1.3.0 1.4.0-rc.1", "2.0.0", "1.3.0 2.0.0"), ("1.x", "1.3.0 2.1.0", "2.2.0", "1.3.0 2.0.0"),
      ("0.x", "0.9.0", "1.0.0", "0.9.0 1.0.0"), ("1.x", "1.3.0", "1.3.0 1.3.1", "1.3.0 1.3.1"),
    ])
  func `a maintenance line ends below the first release ahead`(
    name: String, own: String, stable: String, window: String
  ) throws {
    let computed = try line(name).window(own: versions(own), elsewhere: versions(stable), siblings: [])
    #expect(try [computed.lower, computed.upper] == versions(window))
    #expect(!computed.isEmpty)
  }

  @Test(arguments: [
    ("1.x", "", ""), ("2.x", "1.0.0 2.0.0", "1.0.0 2.0.0"), ("2.x", "1.0.0", "1.0.0 2.0.0 3.0.0"),
  ])
  func `a line with no release ahead may release nothing`(name: String, own: String, stable: String) throws {
    let window = try line(name).window(own: versions(own), elsewhere: versions(stable), siblings: [])
    #expect(window.isEmpty && window.bumps(from: window.lower).isEmpty)
    #expect(!window.contains(window.lower))
  }

  @Test func `a wider line begins above the narrower ones in it`() throws {
    let siblings = try ["1.x", "1.4.x", "1.2.x", "2.7.x", "1.x.x"].map(line)
    let windows = try ["1.x", "1.2.x", "2.7.x"].map {
      try line($0).window(own: [], elsewhere: [Version(9, 0, 0)], siblings: siblings)
    }
    #expect(windows.map(\.lower.description) == ["1.5.0", "1.2.0", "2.7.0"])
  }

  @Test(
    arguments: [
      ("", "", "", "0.0.0"), ("1.0.2", "", "1.0.2 1.1.0 1.2.0", "1.0.2 1.1.0"),
      ("1.1.0", "1.1.0 3.0.0", "", "3.0.0"), ("1.0.0 2.0.0", "", "1.1.0 1.2.0", "2.0.0"),
      ("1.2.0", "1.0.2", "2.0.0 2.1.0", "1.2.0 2.0.0"), ("1.0.0", "", "1.1.0-rc.1", "1.0.0"),
      ("1.0.0 1.1.0-rc.1", "", "", "1.0.0"), ("", "", "1.0.0", "0.0.0 1.0.0"),
    ])
  func `a stable branch lies between those before and after it`(
    own: String, preceding: String, following: String, window: String
  ) throws {
    let computed = try VersionWindow.stable(
      own: versions(own), preceding: versions(preceding), following: versions(following))
    #expect(try [computed.lower, computed.upper].compactMap(\.self) == versions(window))
  }

  @Test func `two branches never mean the same version`() throws {
    let (older, main, next) = try (
      versions("1.0.0 1.3.0"), versions("1.0.0 1.3.0 2.0.0"), versions("1.0.0 3.0.0")
    )
    let windows = [
      try line("1.x").window(own: older, elsewhere: main, siblings: []),
      .stable(own: main, following: next), .stable(own: next, preceding: main),
    ]
    let meant = zip(windows, [older, main, next]).map { window, own in
      window.bumps(from: own.max()).map { own.max()?.bumped(by: $0) }
    }
    #expect(meant.map(\.count) == [2, 2, 3])
    #expect(Set(meant.joined()).count == 7)
  }

  @Test(
    arguments: [
      (nil, [Bump.patch, .minor]), ("1.2.0", [.patch, .minor]), ("1.3.9", [.patch]), ("1.1.7", [.minor]),
      ("1.4.0", []), ("1.2.0-rc.1", [.patch, .minor]),
    ])
  func `bumps are told by where they lead`(base: String?, bumps: [Bump]) throws {
    let window = VersionWindow.stable(own: [Version(1, 2, 0)], following: [Version(1, 4, 0)])
    #expect(try window.bumps(from: base.map { try Version(parsing: $0) }) == bumps)
  }

  @Test(
    arguments: [
      ("1.2.0", true), ("1.3.9", true), ("1.1.9", false), ("1.4.0", false), ("1.4.0-rc.1", false),
      ("1.3.0-rc.1", true), ("1.3.9+build", true), ("2.0.0", false),
    ])
  func `a prerelease counts as what it leads to`(version: String, isInside: Bool) throws {
    let window = VersionWindow.stable(own: [Version(1, 2, 0)], following: [Version(1, 4, 0)])
    #expect(try window.contains(Version(parsing: version)) == isInside)
  }
}

@Suite("Maintenance lines")
struct MaintenanceLineTests {
  @Test(arguments: [
    ("1.x", "1.0.0 1.9.9 1.2.3-rc.1", "0.9.9 2.0.0 2.0.0-rc.1"), ("1.x.x", "1.0.0 1.9.9", "2.0.0"),
    ("1.2.x", "1.2.0 1.2.99", "1.1.9 1.3.0 2.2.0"), ("0.x", "0.0.1 0.9.0", "1.0.0"),
    ("18446744073709551616.x", "18446744073709551616.1.0", "18446744073709551617.0.0 1.0.0"),
  ])
  func `a line contains the versions that its name means`(name: String, inside: String, outside: String)
    throws
  {
    let line = try #require(MaintenanceLine(name))
    for text in inside.split(separator: " ") { #expect(try line.contains(Version(parsing: String(text)))) }
    for text in outside.split(separator: " ") { #expect(try !line.contains(Version(parsing: String(text)))) }
    #expect(line.name == name)
  }

  @Test(arguments: [
    "", "x", "x.x", "x.x.x", "1", "1.2", "1.2.3", "1.", ".x", "1..x", "1.x.2", "1.x.x.x", "1.2.x.x",
    "1.2.3.x", "v1.x",
    "01.x", "1.X", "1.2-rc.x", "1.2+b.x", "1. 2.x", "-1.x", "１.x", "1.x\n",
  ])
  func `any other name is no line`(name: String) {
    #expect(MaintenanceLine(name) == nil)
  }
}
