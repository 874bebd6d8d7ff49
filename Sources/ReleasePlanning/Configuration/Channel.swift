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
    self = .prerelease(identifier: try section.member("prerelease").string())
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
