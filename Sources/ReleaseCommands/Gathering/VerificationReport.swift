internal import Effects
internal import ReleaseLedger
internal import ReleaseManifests

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

  /// Every reason against it, the worst first.
  var refusals: [Refusal] {
    let all = checks.flatMap { check -> [Refusal] in
      if case .failed(let refusals) = check.status { refusals } else { [] }
    }
    return all.sorted { $0.code < $1.code }
  }
}

/// What cannot be verified as it was asked.
enum VerificationProblem: Error {
  /// A ledger is judged by a trust root, not by keys.
  case ledgerNeedsRoot
  /// Nothing is said of the files that something is asked of.
  case exactWithoutArtifacts
  /// Two digests are expected of one image.
  case imageTwice(String)
}
