/// What a request may do: `repository:acme/api:pull,push` (distribution, token authentication specification).
package struct RegistryScope: Hashable, Sendable {
  /// The repository's path.
  let repository: String
  /// Whether it writes, too.
  let pushes: Bool

  /// Reading.
  static func pull(_ repository: String) -> RegistryScope {
    RegistryScope(repository: repository, pushes: false)
  }
  /// Reading and writing.
  static func push(_ repository: String) -> RegistryScope {
    RegistryScope(repository: repository, pushes: true)
  }

  var text: String { "repository:\(repository):\(pushes ? "pull,push" : "pull")" }
}
