internal import Effects
internal import OCIImages
internal import ReleaseLedger
internal import ReleaseManifests

/// What a release is judged by.
enum ManifestEvidence: Sendable {
  /// What should be a signed manifest.
  case envelope([UInt8])
  /// There is nothing to judge, and why.
  case none(Refusal)

  /// A file that is longer than any manifest.
  static let tooLong = none(Refusal.tooLong)

  /// The bytes; none where there is nothing.
  var bytes: [UInt8] { if case .envelope(let bytes) = self { bytes } else { [] } }
}

/// One thing that was checked of a release.
struct VerificationCheck: Sendable {
  enum Status: Sendable {
    case ok(String)
    case failed([Refusal])
    case skipped(String)
  }

  let name: String
  let status: Status
}

/// Everything that was checked of a release.
struct VerificationReport: Sendable {
  let verdict: ManifestVerdict
  let root: TrustRoot?
  let role: ReleaseManifests.Role
  var checks: [VerificationCheck]
  /// What lies with the files and is not in the manifest; nil when no files were checked.
  var surplus: Surplus?
  /// The image that was checked where it lies, with its digest.
  var image: ImageName?
  /// What the manifest calls it.
  var imageName: String?

  /// Every reason against it, the worst first: those of the signatures, too, whether a check tells of them or not.
  var refusals: [Refusal] {
    let told = checks.flatMap { check -> [Refusal] in
      if case .failed(let refusals) = check.status { refusals } else { [] }
    }
    let all = told + verdict.refusals.filter { !told.contains($0) }
    return all.sorted { $0.code < $1.code }
  }
}

/// What cannot be verified as it was asked.
enum VerificationProblem: Error {
  /// A ledger is judged by a trust root, not by keys.
  case ledgerNeedsRoot
  /// An option is about an image, and a file was named.
  case withoutImage(String)
  /// Nothing is said of the files that something is asked of.
  case exactWithoutArtifacts
  /// Two digests are expected of one image.
  case imageTwice(String)
}
