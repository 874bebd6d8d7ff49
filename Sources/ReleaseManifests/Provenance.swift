package import ReleaseSigning
internal import SemanticVersions
package import StrictJSON

/// How a release was built: the predicate of SLSA's provenance.
///
/// Form: `{"buildDefinition":{"buildType","externalParameters","internalParameters","resolvedDependencies"},
/// "runDetails":{"builder":{"id","version"},"metadata":{"invocationId","startedOn","finishedOn"},"byproducts"}}`.
///
/// Source: SLSA v1.0, provenance; what our `buildType` means is written down in docs/provenance.md.
package struct Provenance: Hashable, Sendable {
  /// The kind of the statement.
  package static let predicateType = "https://slsa.dev/provenance/v1"
  /// How our releases are built, and what their parameters mean.
  package static let buildType = Statement.type(of: "build")

  /// What was built: the subjects of the manifest.
  package var subjects: [Statement.Subject]
  /// What the parameters mean.
  package var buildType: String
  /// What whoever asked for the build could choose.
  package var externalParameters: JSONObject
  /// What the CI says of the run besides; for people.
  package var internalParameters: JSONObject
  /// The sources.
  package var resolvedDependencies: [ResourceDescriptor]
  /// Who built.
  package var builder: BuilderID
  /// Versions of the parts of the builder, by their names.
  package var builderVersions: JSONObject
  /// The run.
  package var invocation: String?
  /// When the run began.
  package var startedOn: Timestamp?
  /// When the run ended.
  package var finishedOn: Timestamp?
  /// What the run left behind besides the release: the manifest first.
  package var byproducts: [ResourceDescriptor]

  /// Tells how the release of a manifest was built.
  ///
  /// The manifest names what came out of the build, so that it cannot have gone into it: it is a byproduct.
  ///
  /// - Throws: `ProvenanceProblem` when the run was not one of the manifest's release.
  package init(
    of manifest: Manifest, digest: Digest, builtIn run: BuildRun
  ) throws(ProvenanceProblem) {
    try run.requireAgreement(with: manifest.source)
    subjects = manifest.subjects
    buildType = Self.buildType
    externalParameters = Self.parameters(of: manifest, ref: run.ref ?? manifest.source.tagRef)
    internalParameters = run.internalParameters
    resolvedDependencies = [ResourceDescriptor(source: manifest.source)]
    builder = run.builder
    builderVersions = run.builderVersions
    invocation = run.invocation
    startedOn = run.startedAt
    finishedOn = run.finishedAt
    byproducts = [Self.byproduct(digest)] + run.byproducts
  }

  /// The manifest as a byproduct: the digest is that of its payload, which signatures do not change.
  static func byproduct(_ manifestDigest: Digest) -> ResourceDescriptor {
    ResourceDescriptor(name: "manifest", sha256: manifestDigest, mediaType: PayloadType.statement)
  }

  /// The parameters of a release that was built on some ref.
  static func parameters(of manifest: Manifest, ref: String) -> JSONObject {
    var object: JSONObject = [:]
    object["repository"] = manifest.source.uri.map(JSONValue.string)
    object["ref"] = .string(ref)
    object["tag"] = .string(manifest.tag)
    object["version"] = .string(manifest.version.description)
    object["channel"] = .string(manifest.channel)
    object["component"] = manifest.component.map(JSONValue.string)
    return object
  }
}
