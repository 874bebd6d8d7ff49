package import StrictJSON

/// The part of `~/.docker/config.json`, or of `containers-auth.json(5)`, that says how to log in to
/// registries.
package struct DockerConfiguration: Hashable, Sendable {
  /// The greatest length and depth that is read.
  package static let limits = JSONLimits(bytes: 4 << 20)

  private let helpers: [String: String]
  private let store: String?
  private let accounts: [String: CredentialSource]

  /// Reads such a file.
  ///
  /// As docker does, it refuses the file when one entry is malformed, whichever registry is asked for later.
  /// - Throws: `DockerConfigurationError`.
  package init(parsing bytes: [UInt8]) throws(DockerConfigurationError) {
    let document = try Self.document(bytes)
    store = try Self.read { () throws(JSONShapeError) in try document.optional("credsStore")?.string() }
      .flatMap { $0.isEmpty ? nil : $0 }
    if let store, !Self.isHelperName(store) { throw .helperName(store, host: nil) }
    helpers = try Self.helpers(of: document)
    accounts = try Self.accounts(of: document)
  }

  /// Returns where the credentials for a registry come from: its own helper, else the store for all, else the
  /// file.
  package func source(of registry: String) -> CredentialSource { source(of: registry, repository: "") }

  /// Returns where the credentials for a repository come from. The file may have entries for a part of a
  /// registry, such as `quay.io/acme`: the longest that fits counts.
  package func source(of registry: String, repository: String) -> CredentialSource {
    let host = RegistryKey.host(registry)
    if let name = helpers[host] ?? store { return .helper(name: name) }
    let isName = repository.utf8.count <= ImageName.maximumLength
    var parts = isName ? repository.utf8.split(separator: UInt8(ascii: "/")) : []
    while !parts.isEmpty {
      if let account = accounts["\(host)/\(parts.map(Ascii.text).joined(separator: "/"))"] { return account }
      parts.removeLast()
    }
    return accounts[host] ?? .none
  }

  /// Returns what a helper is asked for by its standard input: the name that docker stores a registry's
  /// credentials under.
  package static func serverURL(of registry: String) -> String {
    DockerHub.isMeant(by: registry) ? DockerHub.account : registry
  }

  private static func document(_ bytes: [UInt8]) throws(DockerConfigurationError) -> JSONCursor {
    do { return JSONCursor(try JSONValue(parsing: bytes, limits: limits)) } catch { throw .notJSON(error) }
  }

  private static func read<T>(
    _ read: () throws(JSONShapeError) -> T
  ) throws(DockerConfigurationError) -> T {
    do { return try read() } catch { throw .shape(error) }
  }

  private static func helpers(of document: JSONCursor) throws(DockerConfigurationError) -> [String: String] {
    var table = KeyedTable<String>()
    let members = try read { () throws(JSONShapeError) in
      try document.optional("credHelpers")?.members() ?? []
    }
    for (key, cursor) in members {
      let name = try read { () throws(JSONShapeError) in try cursor.string() }
      guard !name.isEmpty else { continue }
      guard isHelperName(name) else { throw .helperName(name, host: key) }
      table.add(name, for: key)
    }
    return table.values
  }

  private static func accounts(
    of document: JSONCursor
  ) throws(DockerConfigurationError) -> [String: CredentialSource] {
    var table = KeyedTable<CredentialSource>()
    let members = try read { () throws(JSONShapeError) in try document.optional("auths")?.members() ?? [] }
    for (key, cursor) in members {
      let account = try read { () throws(JSONShapeError) in try AccountEntry(cursor) }
      guard let source = account.source else { throw .malformedAuth(host: key) }
      if source != .none { table.add(source, for: key) }
    }
    return table.values
  }

  /// Whether a name is of letters, digits and `._-`: it becomes part of the name of a program that is run.
  private static func isHelperName(_ name: String) -> Bool {
    (1...200).contains(name.utf8.count)
      && name.utf8.allSatisfy { Ascii.isAlphanumeric($0) || "._-".utf8.contains($0) }
  }
}
