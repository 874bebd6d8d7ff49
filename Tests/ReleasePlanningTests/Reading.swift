import Foundation
import SemanticVersions
import Testing

@testable import ReleasePlanning

/// Reads a configuration.
func configuration(_ text: String) throws -> Configuration { try Configuration(parsing: Array(text.utf8)) }

/// Returns what is wrong with a configuration.
func problem(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> ConfigurationError {
  try #require(throws: ConfigurationError.self, sourceLocation: place) { try configuration(text) }
}

/// Reads the members of an environment `prod` that stands after `dev`.
func environment(_ members: String = "") throws -> Environment {
  let text = """
    { environments: [ { name: "dev", target: { kind: "directory", path: "/srv" } },
      { name: "prod", target: { kind: "directory", path: "/srv" }, \(members) } ] }
    """
  return try #require(try configuration(text).environment("prod"))
}

/// Reads the only check of an environment.
func check(_ members: String) throws -> Check {
  try #require(try environment("checks: [ { \(members) } ]").checks.first)
}

/// Reads a version policy.
func policy(_ members: String) throws -> VersionPolicy {
  try configuration("{ version: { \(members) } }").version
}

extension Version: ExpressibleByStringLiteral {
  /// A version as a test writes it.
  public init(stringLiteral text: String) {
    // Literals of tests are versions.
    do { try self.init(parsing: text) } catch { preconditionFailure("\(text): \(error)") }
  }
}

extension SourcePlace {
  /// Where a part of a text begins first, or after the last occurrence of something else.
  static func of(_ part: String, in text: String) -> SourcePlace? {
    guard let range = text.range(of: part) else { return nil }
    let before = text[..<range.lowerBound]
    let line = before.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return SourcePlace(line: line.count, column: (line.last?.count ?? 0) + 1)
  }
}
