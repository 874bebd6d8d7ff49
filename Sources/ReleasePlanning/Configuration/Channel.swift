internal import SemanticVersions
internal import StrictJSON

/// What a branch releases.
package enum Channel: Hashable, Sendable {
  /// Releases for everybody.
  case stable
  /// Versions such as `1.5.0-next.1`.
  case prerelease(identifier: String)
  /// Releases of an older line; the branch's name says which: `1.x`, `1.2.x`.
  case maintenance

  /// The name that goes into manifests.
  package var name: String {
    switch self {
    case .stable: "stable"
    case .prerelease(let identifier): identifier
    case .maintenance: "maintenance"
    }
  }

  init(_ section: ConfigurationReader, branch: String) throws(ConfigurationError) {
    if case JSONValue.string(let text) = section.value() {
      self = try Self.named(text, section)
      return
    }
    try section.allowOnly(["prerelease"])
    let member = try section.member("prerelease")
    let identifier = try member.string()
    guard Self.isIdentifier(identifier) else {
      throw member.failure(.value(identifier, expected: "letters, digits and hyphens, such as `next`"))
    }
    self = .prerelease(identifier: identifier)
  }

  /// Returns whether a text can be the identifier of prereleases.
  package static func isIdentifier(_ text: String) -> Bool {
    do { return try !text.isEmpty && Version(parsing: "0.0.0-\(text).1").isPrerelease } catch { return false }
  }

  /// What a branch releases where the configuration names no channels: prereleases from `alpha`, `beta` and `next`,
  /// an older line from `1.x` or `1.2.x`, and stable versions from all others.
  package static func byDefault(for branch: String) -> Channel {
    if ["alpha", "beta", "next"].contains(branch) { return .prerelease(identifier: branch) }
    return MaintenanceLine(branch) == nil ? .stable : .maintenance
  }

  private static func named(_ text: String, _ section: ConfigurationReader) throws(ConfigurationError)
    -> Channel
  {
    switch text {
    case "stable": return .stable
    case "maintenance": return .maintenance
    default:
      throw section.failure(.value(text, expected: "`stable`, `maintenance` or { prerelease: \"next\" }"))
    }
  }
}
