internal import ReleaseManifests

/// What was checked of the envelope of a manifest, or of provenance, before anything in it was looked at.
struct SignatureChecks {
  private let verdict: EnvelopeVerdict
  private let manifest: Manifest?
  private let trust: ManifestVerifier.Trust

  init(_ verdict: ManifestVerdict, _ trust: ManifestVerifier.Trust) {
    self.verdict = verdict.signing
    manifest = verdict.verified?.manifest
    self.trust = trust
  }

  init(_ verdict: ProvenanceVerdict, _ trust: ManifestVerifier.Trust) {
    self.verdict = verdict.signing
    manifest = nil
    self.trust = trust
  }

  var checks: [VerificationCheck] { signing + [VerificationCheck(name: "project", status: project)] }

  /// What was checked of the envelope alone.
  var signing: [VerificationCheck] {
    let malformed = refusals([.malformed])
    let trusting = refusals([.trustExpired, .trustInvalid])
    return [
      VerificationCheck(
        name: "envelope", status: malformed.isEmpty ? form : .failed(malformed)),
      VerificationCheck(name: "trust", status: trusting.isEmpty ? .ok(trustDetail) : .failed(trusting)),
      VerificationCheck(name: "signatures", status: signatures),
    ]
  }

  private func refusals(_ codes: [Refusal.Code]) -> [Refusal] {
    verdict.refusals.filter { codes.contains($0.code) }
  }

  private var trustDetail: String {
    trust.root.map { "root \($0.version) of \($0.project), until \($0.expires)" }
      ?? "the keys that were named"
  }

  private var form: VerificationCheck.Status {
    verdict.envelope == nil ? .skipped("there is no envelope") : .ok("well formed")
  }

  private var signatures: VerificationCheck.Status {
    let refusals = refusals([.signatureUntrusted, .thresholdNotMet])
    if !refusals.isEmpty { return .failed(refusals) }
    if verdict.envelope == nil { return .skipped("there is no envelope") }
    if case .nobody = trust { return .skipped("there is no trust root to judge by") }
    return .ok("\(verdict.signers.count) of \(verdict.required) that are needed")
  }

  private var project: VerificationCheck.Status {
    let refusals = refusals([.projectMismatch])
    if !refusals.isEmpty { return .failed(refusals) }
    guard let manifest else { return .skipped("the manifest is not proven") }
    return trust.root == nil ? .skipped("no trust root names a project") : .ok(manifest.project)
  }
}

extension ManifestVerifier.Trust {
  /// The trust root, when one is judged by.
  var root: TrustRoot? {
    if case .root(let root, _) = self { root } else { nil }
  }
}
