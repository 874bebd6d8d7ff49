import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

/// The variables of a job, as the services document them, for the sample manifest's release.
enum JobVariables {
  static let gitHub = [
    "GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://example.com", "GITHUB_REPOSITORY": "shop",
    "GITHUB_REPOSITORY_ID": "4711", "GITHUB_WORKFLOW_REF": "shop/release.yml@refs/tags/v1.5.0",
    "GITHUB_WORKFLOW_SHA": hex("a", 40), "GITHUB_RUN_ID": "99", "GITHUB_RUN_ATTEMPT": "2",
    "GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/tags/v1.5.0", "GITHUB_SHA": hex("a", 40),
    "RUNNER_ENVIRONMENT": "github-hosted",
  ]

  static let gitLab = [
    "GITLAB_CI": "true", "CI_PROJECT_URL": "https://example.com/shop", "CI_PROJECT_ID": "5",
    "CI_JOB_URL": "https://example.com/shop/-/jobs/12", "CI_JOB_STARTED_AT": "2026-03-01T13:00:00+01:00",
    "CI_PIPELINE_ID": "11", "CI_PIPELINE_SOURCE": "push", "CI_RUNNER_ID": "7",
    "CI_RUNNER_VERSION": "18.1.0", "CI_SERVER_VERSION": "18.2.0", "CI_COMMIT_SHA": hex("a", 40),
    "CI_COMMIT_TAG": "v1.5.0",
  ]
}

extension BuilderID {
  /// The workflow of the sample job, on whatever ref.
  static func sample() throws -> BuilderID { try #require(BuilderID("https://example.com/shop/release.yml")) }
}

extension Workshop {
  /// Provenance of the manifest's release, built in the sample job.
  func provenance() throws -> Provenance {
    let run = try BuildRun(in: CIEnvironment(variables: JobVariables.gitHub), startedAt: Self.now)
    return try Provenance(of: manifest, digest: manifest.statement.envelope.payloadDigest, builtIn: run)
  }

  /// The manifest, verified.
  func verified() throws -> VerifiedManifest { try #require(verdict(on: envelope().bytes).verified) }

  /// Judges provenance of which the text was changed before two release keys signed it.
  func verdict(changing old: String, to new: String) throws -> ProvenanceVerdict {
    let payload = try edit(text(provenance().statement.bytes), old, new)
    return try verdict(onProvenance: sealed(Array(payload.utf8)))
  }

  func verdict(onProvenance bytes: [UInt8]) throws -> ProvenanceVerdict {
    let verifier = ProvenanceVerifier(trusting: trust, at: Self.now, accepting: [try .sample()])
    return verifier.verify(bytes, of: try verified())
  }
}
