package import ReleaseManifests

/// Which builders' provenance is accepted.
package struct ProvenanceConfiguration: Hashable, Sendable {
  /// The builders; of a workflow without its git ref every ref is meant.
  package var builders: [BuilderID] = []

  /// The defaults: no builder is accepted.
  package init() {}

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    try reader.allowOnly(["builders"])
    if let list = try reader.optional("builders"), try reader.list("builders").isEmpty {
      throw list.failure(.value("[]", expected: "at least one builder; leave it out where any will do"))
    }
    for element in try reader.list("builders") {
      let text = try element.string()
      guard let builder = BuilderID(text) else {
        throw element.failure(
          .value(
            text,
            expected: "the URI of a builder, such as "
              + "`https://github.com/acme/shop/.github/workflows/release.yml`"))
      }
      builders.append(builder)
    }
  }
}
