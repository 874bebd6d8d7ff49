internal import ArgumentSyntax
internal import Effects
internal import OCIImages

/// How registries are spoken to, on the command line.
struct RegistryOptions: Sendable {
  var plainHTTP: [RegistryHost] = []
  var authorities: String?

  static let slots: [Slot<RegistryOptions>] = [
    .option(
      "--plain-http", \.plainHTTP, "host[:port]",
      "Speak to this registry without TLS; those of this machine need no asking"),
    .option(
      "--registry-ca", \.authorities, "file",
      "The authorities that vouch for registries, PEM; default: the system's, or /etc/docker/certs.d/HOST"),
  ]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, RegistryOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }
}

/// A registry's host on the command line: `registry.example:5000`.
struct RegistryHost: Hashable, Sendable, ArgumentValue {
  let name: String

  init(argument: String) throws(ArgumentValueError) {
    guard let image = try? ImageName(parsing: "\(argument)/x"), image.registry == argument else {
      throw .form("a host, with its port where it has one: `registry.example:5000`")
    }
    name = argument
  }
}
