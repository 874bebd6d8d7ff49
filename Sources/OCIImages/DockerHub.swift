/// The registry that is meant where none is named, under its several names.
enum DockerHub {
  /// Its name in a reference.
  static let registry = "docker.io"
  /// The host of its API.
  static let host = "registry-1.docker.io"
  /// The name of its accounts in configuration files and credential helpers.
  static let account = "https://index.docker.io/v1/"
  /// The older name, which references may still use.
  static let index = "index.docker.io"

  /// Returns whether a registry is this one, under whichever name.
  static func isMeant(by registry: String) -> Bool {
    [Self.registry, host, index].contains(Ascii.lowercased(registry))
  }
}
