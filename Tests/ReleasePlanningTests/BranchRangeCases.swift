import ReleasePlanning
import SemanticVersions
import TestSupport
import Testing

@Suite("Version windows, shared cases", .enabled(if: SharedCases.arePresent))
struct BranchRangeCases {
  struct File: Decodable { let cases: [Case] }

  struct Case: Decodable {
    struct Branches: Decodable { let maintenance, release: [Branch]? }
    let name, fn: String
    let input: Branches
    let expected: [Expected]
  }

  struct Branch: Decodable {
    struct Tag: Decodable { let version: String }
    let name: String
    let range: String?
    let tags: [Tag]

    var releases: [Version] {
      get throws { try tags.map { try Version(parsing: $0.version) } }
    }
  }

  struct Expected: Decodable {
    let name: String
    let range, mergeRange: String?
    let accept: [String]?
  }

  private func cases(_ kind: String) throws -> [Case] {
    try SharedCases.decode(File.self, "branch-ranges.json").cases.filter {
      $0.fn == kind && $0.expected[0].range != nil
    }
  }

  @Test func `only cases of configuration are left out`() throws {
    let all = try SharedCases.decode(File.self, "branch-ranges.json").cases
    let left = all.filter { $0.fn == "prerelease" || $0.expected[0].range == nil }
    #expect(
      left.map(\.name) == ["Prerelease branches"]
        + Array(repeating: "Allow to set channel to \"false\" to prevent default", count: 3))
  }

  @Test func `maintenance branches`() throws {
    let cases = try cases("maintenance")
    #expect(cases.count == 3)
    for item in cases {
      let branches = try #require(item.input.maintenance)
      let stable = try #require(item.input.release?.first).releases
      let lines = try branches.map { try #require(MaintenanceLine($0.range ?? $0.name)) }
      for (branch, line) in zip(branches, lines) {
        let expected = try #require(item.expected.first { $0.name == branch.name })
        let window = try line.window(own: branch.releases, elsewhere: stable, siblings: lines)
        expectAlike(window, expected, isInitial: stable.isEmpty)
        // What may be merged is what the line could release if it had none of its releases yet.
        let whole = line.window(own: [], elsewhere: [Version(9, 0, 0)], siblings: lines)
        #expect(text(whole) == expected.mergeRange)
      }
    }
  }

  @Test func `release branches`() throws {
    let cases = try cases("release")
    #expect(cases.count == 7)
    for item in cases {
      let branches = try #require(item.input.release)
      for (index, branch) in branches.enumerated() {
        let expected = try #require(item.expected.first { $0.name == branch.name })
        let window = try VersionWindow.stable(
          own: branch.releases, preceding: branches[..<index].flatMap { try $0.releases },
          following: branches[(index + 1)...].flatMap { try $0.releases })
        expectAlike(window, expected, isInitial: try branch.releases.isEmpty)
      }
    }
  }

  /// The windows are the same; where nothing may be released, semantic-release writes ranges such as
  /// `>=2.0.0 <1.6.0`, and before the first release all of its ranges know of 1.0.0, below which it releases nothing.
  private func expectAlike(_ window: VersionWindow, _ expected: Expected, isInitial: Bool) {
    #expect(window.bumps(from: nil).map(\.rawValue) == expected.accept, "\(expected)")
    if window.isEmpty {
      #expect(expected.accept == [] && expected.range?.hasPrefix(">=\(window.lower) <") == true)
    } else {
      #expect(
        text(window) == expected.range
          || isInitial && expected.range == ">=1.0.0" && window.lower < Version(1, 0, 0))
    }
  }

  private func text(_ window: VersionWindow) -> String {
    ">=\(window.lower)" + (window.upper.map { " <\($0)" } ?? "")
  }
}
