internal import ArgumentSyntax
internal import ReleaseManifests

/// The URI of a builder on the command line, or `local` for a machine of one's own.
struct BuilderName: Hashable, Sendable, ArgumentValue {
  let builder: BuilderID

  init(argument: String) throws(ArgumentValueError) {
    guard let builder = argument == "local" ? .local : BuilderID(argument) else {
      throw .unshown("`local`, or a URI without name and password, such as `https://ci.example/acme/release`")
    }
    self.builder = builder
  }
}

/// What cannot be said of provenance as it was asked.
enum ProvenanceUsage: Error {
  /// Nobody said whose builds are accepted.
  case noBuilderAccepted
}
