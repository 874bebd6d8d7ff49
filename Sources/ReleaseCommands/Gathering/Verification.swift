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
  ///
  /// - Parameter bytes: the file; nil when it is longer than any manifest.
  func report(on bytes: [UInt8]?) async throws -> VerificationReport {
    let ledger = try readLedger()
    let trust = trust(for: bytes ?? [], by: ledger)
    let verifier = ManifestVerifier(
      trusting: trust, at: session.now, expecting: workspace.configuration.project)
    let verdict = bytes.map(verifier.verify) ?? verifier.refusalOfLength
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
    return report
  }

  /// What is said of a manifest that nobody who counts has signed: nothing in it is looked at, but a ledger that does not
  /// hold is one whatever the manifest says.
  private func unproven(_ reading: LedgerReading) -> [VerificationCheck] {
    (["commit", "images", "artifacts", "ledger"] + (command.isRederived ? ["rederived"] : [])).map { name in
      if name == "ledger", case .refused(let refusal) = reading {
        return VerificationCheck(name: name, status: .failed([refusal]))
      }
      return VerificationCheck(name: name, status: .skipped("nothing of an unproven manifest is looked at"))
    }
  }

  private var expectations: Expectations {
    Expectations(
      commit: command.commit?.text,
      images: Dictionary(command.images.map { ($0.name, $0.digest) }) { first, _ in first })
  }

  func check(_ name: String, asked: Bool, _ refusals: [Refusal]) -> VerificationCheck {
    guard asked else { return VerificationCheck(name: name, status: .skipped("not asked")) }
    return VerificationCheck(name: name, status: refusals.isEmpty ? .ok("as expected") : .failed(refusals))
  }
}
