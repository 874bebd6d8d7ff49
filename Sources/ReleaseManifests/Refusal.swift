package import ReleaseSigning
package import SemanticVersions
package import StrictJSON

/// A reason why a release is not to be used: a fact, worded elsewhere.
package enum Refusal: Hashable, Sendable {
  /// The file is no envelope.
  case malformedEnvelope(EnvelopeError)
  /// What is signed is no manifest.
  case malformedManifest(StatementError)
  /// The trust root cannot be believed.
  case trustInvalid(reason: String)
  /// The trust root grants nobody the role.
  case roleMissing(Role)
  /// The trust root has expired.
  case trustExpired(at: Timestamp)
  /// None of the signatures is good and of a key of the role.
  case signatureUntrusted(signatures: Int, role: Role?)
  /// Some keys have signed, but too few.
  case thresholdNotMet(required: Int, met: Int, role: Role?)
  /// The manifest is another project's.
  case projectMismatch(expected: String, found: String)
  /// The manifest was made of another commit.
  case commitMismatch(expected: String, found: String)
  /// An image runs under another digest, or is not in the manifest (nil).
  case imageMismatch(name: String, expected: Digest?, found: Digest)
  /// No signed manifest is attached to an image.
  case imageUnsigned(String)
  /// A tag leads to another digest than the one beside it, or to nothing (nil).
  case imageTagMoved(tag: String, expected: Digest, found: Digest?)
  /// A tag names another version or commit than was signed.
  case imageTagClaims(tag: String, signed: String)
  /// A part of an image has other bytes than its manifest says.
  case imageContent(reason: String)
  /// A file has other bytes.
  case artifactMismatch(path: ArtifactPath, expected: Digest, found: Digest)
  /// A file has another size, which is enough to know.
  case artifactSize(path: ArtifactPath, expected: Int64, found: Int64)
  /// Files are there that the manifest does not name: the first of them, and how many.
  case artifactSurplus(names: [String], count: Int)
  /// Other files may be there that nobody saw.
  case artifactsUnseen(reason: String)
  /// A file is not there.
  case artifactMissing(path: ArtifactPath)
  /// A file is a link, a folder or a device.
  case artifactUnreadable(path: ArtifactPath, reason: String)
  /// A file could not be read to its end, which says nothing about what it holds.
  case artifactUnread(path: ArtifactPath, reason: String)
  /// The ledger does not hold.
  case ledgerInconsistent(reason: String)
  /// The newest word that this is the ledger's newest state is older than is allowed, in seconds; nil: there is none.
  case ledgerStale(age: Int64?, maximum: TimeSpan)
  /// By the ledger the release neither runs in the environment nor is on its way there.
  case notPromoted(environment: String)
  /// The ledger knows nothing of the release.
  case notRecorded
  /// The release was withdrawn.
  case yanked(Version, reason: String)
  /// The repository does not have what the manifest speaks of.
  case notRederivable(reason: String)
  /// Something that can be derived again from the repository came out otherwise.
  case rederivedOtherwise(field: String, expected: String, found: String)
  /// A second build came out otherwise.
  case notReproduced(Reproduction.Fault)
  /// The provenance of the release does not hold.
  case provenance(Provenance.Fault)

  /// The file is longer than any envelope, and was not read.
  package static let tooLong = malformedEnvelope(
    .notJSON(JSONError(offset: JSONLimits().bytes, reason: .tooLarge)))

  /// The code of `release verify --json`; the declaration's order is from worst to least.
  package enum Code: String, CaseIterable, Comparable, Sendable {
    case malformed, trustInvalid = "trust_invalid", trustExpired = "trust_expired"
    case signatureUntrusted = "signature_untrusted", thresholdNotMet = "threshold_not_met"
    case projectMismatch = "project_mismatch", commitMismatch = "commit_mismatch"
    case artifactMismatch = "artifact_mismatch", artifactMissing = "artifact_missing"
    case imageMismatch = "image_mismatch", provenanceMismatch = "provenance_mismatch"
    case builderUntrusted = "builder_untrusted", ledgerInconsistent = "ledger_inconsistent"
    case ledgerStale = "ledger_stale", notPromoted = "not_promoted", yanked
    case rederiveMismatch = "rederive_mismatch"

    package static func < (left: Code, right: Code) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// The code that scripts decide by.
  package var code: Code {
    switch self {
    case .malformedEnvelope, .malformedManifest: .malformed
    case .trustInvalid, .roleMissing: .trustInvalid
    case .trustExpired: .trustExpired
    case .signatureUntrusted, .imageUnsigned: .signatureUntrusted
    case .thresholdNotMet: .thresholdNotMet
    case .projectMismatch: .projectMismatch
    case .commitMismatch: .commitMismatch
    case .imageMismatch, .imageTagMoved, .imageTagClaims, .imageContent: .imageMismatch
    case .artifactMismatch, .artifactSize, .artifactSurplus, .artifactsUnseen, .artifactUnreadable,
      .artifactUnread:
      .artifactMismatch
    case .artifactMissing: .artifactMissing
    case .ledgerInconsistent: .ledgerInconsistent
    case .ledgerStale: .ledgerStale
    case .notPromoted, .notRecorded: .notPromoted
    case .yanked: .yanked
    case .rederivedOtherwise, .notRederivable: .rederiveMismatch
    case .notReproduced(let fault): fault.code
    case .provenance(let fault): fault.code
    }
  }
}
