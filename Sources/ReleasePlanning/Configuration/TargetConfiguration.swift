package import StrictJSON

/// What runs the releases of an environment.
package enum TargetConfiguration: Hashable, Sendable {
  /// A folder with one link to the release in force.
  case directory(DirectoryConfiguration)
  /// A kind that is described in the configuration and driven by something else than this program.
  case other(kind: String, settings: JSONObject)

  /// The kinds that a configuration may name.
  package static let kinds = ["directory", "command", "compose", "kubernetes", "haproxy"]

  /// The kind, as it stands in the configuration.
  package var kind: String {
    switch self {
    case .directory: "directory"
    case .other(let kind, _): kind
    }
  }

  init(_ section: ConfigurationReader) throws(ConfigurationError) {
    let kind = try section.member("kind")
    switch try kind.string() {
    case "directory": self = .directory(try DirectoryConfiguration(section))
    case "command": self = try Self.other("command", section, ["command", "observe"])
    case "compose": self = try Self.other("compose", section, ["file", "project", "services"])
    case "kubernetes": self = try Self.other("kubernetes", section, ["context", "namespace", "workloads"])
    case "haproxy": self = try Self.other("haproxy", section, ["socket", "backend", "stable", "canary"])
    case let text: throw kind.failure(.part(text, known: Self.kinds))
    }
  }

  private static func other(
    _ kind: String, _ section: ConfigurationReader, _ keys: [String]
  ) throws(ConfigurationError) -> TargetConfiguration {
    try section.allowOnly(["kind"] + keys)
    guard case .object(let settings) = section.value() else { return .other(kind: kind, settings: [:]) }
    return .other(kind: kind, settings: settings)
  }
}

/// A folder of releases with one link, `current`, to the one in force.
package struct DirectoryConfiguration: Hashable, Sendable {
  /// The folder.
  package let path: String
  /// How many releases stay beside the one in force and the one before it.
  package let keep: Int
  /// What makes the service take notice.
  package let restart: [String]?
  /// The folder of plain artifacts whose content becomes the release; nil: their first common part.
  package let root: String?

  init(_ section: ConfigurationReader) throws(ConfigurationError) {
    try section.allowOnly(["kind", "path", "keep", "restart", "root"])
    path = try section.member("path").string()
    keep = try section.optional("keep")?.count() ?? 3
    restart = try section.optional("restart").map { (restart) throws(ConfigurationError) in
      try restart.command()
    }
    root = try section.optional("root")?.string()
    guard keep >= 2 else {
      throw try section.member("keep").failure(
        .value("\(keep)", expected: "2 or more: the release in force and the one to go back to"))
    }
  }
}
