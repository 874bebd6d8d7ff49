internal import Effects
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Checks a signed manifest and what it speaks of.
struct Verification {
  let command: VerifyCommand
  let session: Session
  let workspace: Workspace
  let judge: TrustJudge

  init(_ command: VerifyCommand, in session: Session) throws {
    if command.isExact, command.artifacts == nil { throw VerificationProblem.exactWithoutArtifacts }
    let digests = Dictionary(grouping: Set(command.images), by: \.name)
    if let twice = digests.first(where: { $0.value.count > 1 }) {
      throw VerificationProblem.imageTwice(twice.key)
    }
    self.command = command
    self.session = session
    workspace = try session.workspaceWithoutGit()
    judge = try command.trusting.judge(in: workspace, session)
  }

  /// Checks everything that was asked for.
  func report(on evidence: ManifestEvidence) async throws -> VerificationReport {
    try await report(on: evidence, by: try readLedger())
  }

  /// Judges the signatures on a manifest.
  func verdict(on evidence: ManifestEvidence, by ledger: LedgerReading) -> ManifestVerdict {
    let verifier = ManifestVerifier(
      trusting: trust(for: evidence.bytes, by: ledger), at: session.now,
      expecting: workspace.configuration.project)
    switch evidence {
    case .envelope(let bytes): return verifier.verify(bytes)
    case .none(let reason): return verifier.refused(reason)
    }
  }

  /// Judges provenance of a release by those who judge its manifest.
  func verdict(
    onProvenance bytes: [UInt8], of verified: VerifiedManifest, accepting builders: [BuilderID],
    by ledger: LedgerReading
  ) -> ProvenanceVerdict {
    let trust = trust(for: verified.envelope.bytes, by: ledger)
    return ProvenanceVerifier(trusting: trust, at: session.now, accepting: builders)
      .verify(bytes, of: verified)
  }

  /// Checks everything that was asked for, by a ledger that was read before.
  func report(on evidence: ManifestEvidence, by ledger: LedgerReading) async throws -> VerificationReport {
    let trust = trust(for: evidence.bytes, by: ledger)
    let verdict = verdict(on: evidence, by: ledger)
    var report = VerificationReport(
      verdict: verdict, root: trust.root, role: judge.role, checks: SignatureChecks(verdict, trust).checks)
    guard let verified = verdict.verified else {
      report.checks += unproven(ledger)
      return report
    }
    let artifacts = try artifacts(of: verified)
    report.surplus = artifacts.surplus
    report.checks += [
      check("commit", asked: command.commit != nil, expectations.commitRefusals(of: verified)),
      check("images", asked: !command.images.isEmpty, expectations.imageRefusals(of: verified)),
      artifacts.check,
      self.ledger(of: verified, by: ledger),
    ]
    if command.isRederived { report.checks.append(try rederive(verified)) }
    report.checks.append(try reproduced(verified))
    return report
  }

  /// What is said of a manifest that nobody who counts has signed: nothing in it is looked at, but a ledger that does not
  /// hold is one whatever the manifest says.
  private func unproven(_ reading: LedgerReading) -> [VerificationCheck] {
    let names = ["commit", "images", "artifacts", "ledger"] + (command.isRederived ? ["rederived"] : [])
    return (names + ["reproduced"]).map { name in
      if name == "ledger", case .refused(let refusal) = reading {
        return VerificationCheck(name: name, status: .failed([refusal]))
      }
      return VerificationCheck(name: name, status: .unproven)
    }
  }

  var expectations: Expectations {
    Expectations(
      commit: command.commit?.text,
      images: Dictionary(command.images.map { ($0.name, $0.digest) }) { first, _ in first })
  }

  func check(_ name: String, asked: Bool, _ refusals: [Refusal]) -> VerificationCheck {
    guard asked else { return VerificationCheck(name: name, status: .skipped("not asked")) }
    return VerificationCheck(name: name, status: refusals.isEmpty ? .ok("as expected") : .failed(refusals))
  }
}
