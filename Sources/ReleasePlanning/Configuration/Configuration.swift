package import ReleaseSigning
internal import StrictJSON

/// A project's configuration: `release.json`, or the defaults when there is none.
package struct Configuration: Hashable, Sendable {
  /// The project's name; nil: it is taken from the remote or the folder.
  package var project: String?
  /// How versions are computed and tags named.
  package var version = VersionPolicy()
  /// What a branch releases, by branch name.
  package var channels: [String: Channel] = [:]
  /// The branches that release stable versions, in the order in which they follow one another.
  package var stableBranches: [String] = []
  /// The components of a repository that holds several, in the order of their names.
  package var components: [Component] = []
  /// The files that hold the version of a repository that is one.
  package var versionFiles: [VersionFile] = []
  /// What changelogs look like.
  package var changelog = ChangelogConfiguration()
  /// Where images are published and what is asked of them, by the project's name for them.
  package var images: [String: ImagePolicy] = [:]
  /// Patterns of the files that make up a release.
  package var artifacts: [String] = []
  /// Where the trust root lies, below the repository's root.
  package var trust = "trust/root.json"
  /// The digest of a root that the newest must follow from; nil: the newest is believed because of where it lies.
  package var trustPin: Digest?
  /// Which builders' provenance is accepted.
  package var provenance = ProvenanceConfiguration()
  /// Where the ledger is: a folder, `git:REMOTE#BRANCH` or an address.
  package var ledger = ".release/ledger"
  /// The environments, in the order of promotion.
  package var environments: [Environment] = []

  /// The defaults.
  package init() {}

  /// Reads a configuration: JSON with comments and trailing commas.
  ///
  /// - Throws: `ConfigurationError` with line and column; a key that is not known is one.
  package init(parsing bytes: [UInt8]) throws(ConfigurationError) {
    let text = JSON5Text(bytes)
    let reader = ConfigurationReader(JSONCursor(try text.value()), in: text)
    try self.init(reader)
  }

  private init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    try reader.allowOnly([
      "project", "version", "channels", "components", "version_files", "changelog", "images", "artifacts",
      "trust", "trust_pin", "provenance", "ledger", "environments",
    ])
    project = try reader.optional("project")?.name()
    if let section = try reader.optional("version") { version = try VersionPolicy(section) }
    let sections = try reader.members("channels")
    for (branch, section) in sections { channels[branch] = try Channel(section, branch: branch) }
    // In the order of the text, which no JSON parser keeps.
    stableBranches = sections.filter { channels[$0.key] == .stable }
      .sorted { $0.value.place ?? .start < $1.value.place ?? .start }.map(\.key)
    for (name, section) in try reader.members("components") {
      components.append(try Component(section, name: name))
    }
    versionFiles = try VersionFile.list("version_files", of: reader, in: "")
    if let section = try reader.optional("changelog") { changelog = try ChangelogConfiguration(section) }
    for (name, section) in try reader.members("images") { images[name] = try ImagePolicy(section) }
    artifacts = try reader.strings("artifacts")
    trust = try reader.optional("trust")?.string() ?? trust
    trustPin = try reader.optional("trust_pin")?.digest()
    if let section = try reader.optional("provenance") { provenance = try ProvenanceConfiguration(section) }
    ledger = try reader.optional("ledger")?.string() ?? ledger
    for section in try reader.list("environments") { environments.append(try Environment(section)) }
    try requireOrder(reader)
    try requireDependencies(reader)
  }

  /// No component is built from itself, near or far.
  private func requireDependencies(_ reader: ConfigurationReader) throws(ConfigurationError) {
    for (name, section) in try reader.members("components") {
      for dependency in try section.list("depends") {
        let text = try dependency.string()
        if dependencies(of: text).contains(name) || text == name {
          throw dependency.failure(
            .name(text, expected: "a component that is not built from `\(name)` itself"))
        }
      }
    }
  }

  /// Returns the names of all components that one is built from, near or far.
  package func dependencies(of name: String) -> Set<String> {
    var (found, open) = (Set<String>(), [name])
    while let next = open.popLast() {
      for dependency in component(next)?.depends ?? [] where found.insert(dependency).inserted {
        open.append(dependency)
      }
    }
    return found
  }

  /// Each environment has a name of its own and comes after one that was named before it.
  private func requireOrder(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var seen: Set<String> = []
    for (environment, section) in zip(environments, try reader.list("environments")) {
      guard seen.insert(environment.name).inserted else {
        throw section.failure(.name(environment.name, expected: "a name that no other environment has"))
      }
      if let after = environment.after, !seen.contains(after) || after == environment.name {
        throw try section.member("after").failure(
          .name(after, expected: "an environment that stands before this one"))
      }
    }
  }

  /// Returns the environment of a name.
  package func environment(_ name: String) -> Environment? { environments.first { $0.name == name } }

  /// Returns the component of a name.
  package func component(_ name: String) -> Component? { components.first { $0.name == name } }
}
