import ReleaseManifests
import ReleaseSigning
import Rollouts
import SemanticVersions

extension ReleaseReference {
  static let intended = sample("intended")
  static let fallback = sample("fallback")
  static let other = sample("other")

  private static func sample(_ name: String) -> ReleaseReference {
    ReleaseReference(
      component: nil, version: Version(1, 0, 0), manifestDigest: Digest.sha256(Array(name.utf8)))
  }

  /// As a target tells of it.
  var running: RunningRelease {
    RunningRelease(version: version.description, manifestDigest: manifestDigest)
  }
}

extension CheckResult {
  init(_ outcome: CheckOutcome) { self.init(name: "smoke", outcome: outcome, detail: "") }
}
