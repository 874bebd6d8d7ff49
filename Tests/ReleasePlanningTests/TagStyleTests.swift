import ReleasePlanning
import SemanticVersions
import Testing

@Suite("Forms of tags")
struct TagStyleTests {
  private func patterns(_ names: [String]) -> [String] { TagStyle.patterns(of: names).map(\.pattern.text) }

  @Test(
    arguments: [
      (["v1.0.0", "v1.1.0-rc.1", "v1.2.0+build.5", "latest"], ["v{version}"]), (["1.0.0"], ["{version}"]),
      (
        ["api-v1.0.0", "api-v1.1.0", "web/2.0.0", "web/2.1.0", "web/3.0.0"],
        ["web/{version}", "api-v{version}"]
      ),
      (["log4j-2.17.0", "log4j-2.17.1"], ["log4j-{version}"]),
      (["r2024", "nightly-20240101", "v1.02.0", "v1.2"], []),
      (["v1.0.0", "x1.0.0", "y1.0.0"], []), ([], []), (["1.2.3-lts", "1.2.4-lts"], ["{version}"]),
      (["v1.0.0", "v1.1.0", "odd-1.0.0"], ["v{version}"]), (["é1.0.0", "é1.0.1"], ["é{version}"]),
    ] as [([String], [String])])
  func `the most frequent forms come first`(names: [String], expected: [String]) {
    #expect(patterns(names) == expected)
  }
}
