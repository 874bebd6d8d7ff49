extension Provenance {
  /// Why provenance does not hold, once its signatures do.
  package enum Fault: Hashable, Sendable {
    /// What is signed is no SLSA provenance.
    case malformed(StatementError)
    /// A field is not as the manifest has it; empty: not there.
    case otherwise(field: Field, expected: String, found: String)
    /// A parameter is not known, so that nobody can say whether it is harmless.
    case unknownParameter(String)
    /// There is none.
    case missing
    /// The release was built by a builder that is not accepted.
    case builder(found: BuilderID, accepted: [BuilderID])

    /// The code that scripts decide by.
    var code: Refusal.Code {
      switch self {
      case .malformed: .malformed
      case .otherwise, .unknownParameter: .provenanceMismatch
      case .builder, .missing: .builderUntrusted
      }
    }
  }

  /// A field that the manifest decides.
  package enum Field: String, Hashable, Sendable {
    case subject, buildType, source, manifest
    case repository, ref, tag, version, channel, component

    /// Those of `externalParameters`: whoever sets others builds in a way that is not ours.
    static let parameters: [Field] = [.repository, .ref, .tag, .version, .channel, .component]
  }
}
