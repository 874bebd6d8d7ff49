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
    self.command = command
    self.session = session
    workspace = try session.workspaceWithoutGit()
    judge = try command.trusting.judge(in: workspace, session)
  }

  func report(on bytes: [UInt8]) async throws -> VerificationReport {
    let ledger = try readLedger()
    let trust = trust(for: bytes, by: ledger)
    let verdict = ManifestVerifier(trusting: trust, at: session.now).verify(bytes)
    var report = VerificationReport(
      verdict: verdict, root: trust.root, role: judge.role, checks: SignatureChecks(verdict, trust).checks)
    guard let verified = verdict.verified else {
      report.checks += ["commit", "images", "artifacts", "ledger"].map {
        VerificationCheck(name: $0, status: .skipped("nothing of an unproven manifest is looked at"))
      }
      return report
    }
    let expectations = Expectations(
      commit: command.commit,
      images: Dictionary(command.images.map { ($0.name, $0.digest) }) { _, last in last })
    let artifacts = try artifacts(of: verified)
    report.surplus = artifacts.surplus
    report.checks += [
      check("commit", asked: command.commit != nil, expectations.commitRefusals(of: verified)),
      check("images", asked: !command.images.isEmpty, expectations.imageRefusals(of: verified)),
      artifacts.check,
      self.ledger(of: verified, by: ledger),
    ]
    if command.isRederived { report.checks.append(try rederive(verified)) }
    return report
  }

  func check(_ name: String, asked: Bool, _ refusals: [Refusal]) -> VerificationCheck {
    guard asked else { return VerificationCheck(name: name, status: .skipped("not asked")) }
    return VerificationCheck(name: name, status: refusals.isEmpty ? .ok("as expected") : .failed(refusals))
  }
}
