internal import Effects
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Checks a signed manifest and what it speaks of.
struct Verification {
  private let command: VerifyCommand
  private let session: Session
  private let workspace: Workspace
  private let trust: TrustChain?
  private let keys: [PublicKey]

  init(_ command: VerifyCommand, in session: Session) throws {
    self.command = command
    self.session = session
    workspace = try session.workspace()
    keys = try command.keys.map(session.publicKey)
    guard keys.isEmpty else {
      trust = nil
      return
    }
    trust = try command.trust.map { try session.trust(at: session.path($0)) } ?? session.trust(of: workspace)
  }

  func report(on bytes: [UInt8]) async throws -> VerificationReport {
    let role = command.role.role
    let trusted = trust.map { ManifestVerifier.Trust.root($0.current, role: role) } ?? .keys(keys)
    let verdict = ManifestVerifier(trusting: trusted, at: session.now).verify(bytes)
    var report = VerificationReport(
      verdict: verdict, root: trust?.current, role: role, checks: signature(verdict))
    guard let verified = verdict.verified else {
      report.checks += ["commit", "images", "artifacts", "ledger"].map {
        VerificationCheck(name: $0, status: .skipped("nothing of an unproven manifest is looked at"))
      }
      return report
    }
    let expectations = Expectations(
      commit: command.commit,
      images: Dictionary(command.images.map { ($0.name, $0.digest) }) { _, last in last })
    report.checks.append(
      check("commit", asked: command.commit != nil, expectations.commitRefusals(of: verified)))
    report.checks.append(
      check("images", asked: !command.images.isEmpty, expectations.imageRefusals(of: verified)))
    report.checks.append(try artifacts(of: verified))
    report.checks.append(try ledger(of: verified))
    if command.isRederived { report.checks.append(try rederive(verified)) }
    return report
  }

  private func signature(_ verdict: ManifestVerdict) -> [VerificationCheck] {
    let (malformed, others) = (
      verdict.refusals.filter { $0.code == .malformed }, verdict.refusals.filter { $0.code != .malformed }
    )
    let trusting = others.filter { [.trustExpired, .trustInvalid].contains($0.code) }
    let signing = others.filter { [.signatureUntrusted, .thresholdNotMet].contains($0.code) }
    let about = others.filter { $0.code == .projectMismatch }
    return [
      VerificationCheck(
        name: "envelope", status: malformed.isEmpty ? .ok("well formed") : .failed(malformed)),
      VerificationCheck(name: "trust", status: trusting.isEmpty ? .ok(trustDetail) : .failed(trusting)),
      VerificationCheck(name: "signatures", status: signatures(verdict, signing, malformed)),
      VerificationCheck(name: "project", status: project(verdict, about)),
    ]
  }

  private var trustDetail: String {
    trust.map { "root \($0.current.version) of \($0.current.project), until \($0.current.expires)" }
      ?? "the keys that were named"
  }

  private func signatures(
    _ verdict: ManifestVerdict, _ refusals: [Refusal], _ malformed: [Refusal]
  ) -> VerificationCheck.Status {
    if verdict.envelope == nil { return .skipped("there is no envelope") }
    return refusals.isEmpty
      ? .ok("\(verdict.signers.count) of \(verdict.required) that are needed") : .failed(refusals)
  }

  private func project(_ verdict: ManifestVerdict, _ refusals: [Refusal]) -> VerificationCheck.Status {
    if !refusals.isEmpty { return .failed(refusals) }
    guard let manifest = verdict.verified?.manifest else { return .skipped("the manifest is not proven") }
    return trust == nil ? .skipped("no trust root names a project") : .ok(manifest.project)
  }

  private func check(_ name: String, asked: Bool, _ refusals: [Refusal]) -> VerificationCheck {
    guard asked else { return VerificationCheck(name: name, status: .skipped("not asked")) }
    return VerificationCheck(name: name, status: refusals.isEmpty ? .ok("as expected") : .failed(refusals))
  }

  /// Hashes every file of the release.
  private func artifacts(of verified: VerifiedManifest) throws -> VerificationCheck {
    guard let given = command.artifacts else { return check("artifacts", asked: false, []) }
    let folder = session.path(given)
    let files =
      verified.manifest.artifacts.map { ($0.path, $0.sha256) }
      + verified.manifest.sboms.map { ($0.path, $0.sha256) }
    let refusals = files.compactMap { path, expected in
      observe("\(folder)/\(path)").refusal(against: path, expecting: expected)
    }
    return VerificationCheck(
      name: "artifacts", status: refusals.isEmpty ? .ok("\(files.count) files as signed") : .failed(refusals))
  }

  private func observe(_ path: String) -> ArtifactObservation {
    do { return .file(sha256: try session.world.files.copyHashing(path, to: nil).digest) } catch .notFound {
      return .missing
    } catch {
      return .unreadable(reason: FileWording.problem(error))
    }
  }

  /// Asks the ledger whether the release is good and, when an environment is named, healthy there.
  private func ledger(of verified: VerifiedManifest) throws -> VerificationCheck {
    guard command.environment != nil || command.ledger != nil else {
      return check("ledger", asked: false, [])
    }
    guard let trust else { throw VerificationProblem.ledgerNeedsRoot }
    let location = command.ledger.map(session.ledgerLocation) ?? workspace.configuration.ledger
    do {
      let state = try session.ledger(at: location, trust: trust, in: workspace).existing().state
      let refusals = refusals(of: verified, in: state)
      return VerificationCheck(
        name: "ledger",
        status: refusals.isEmpty
          ? .ok(standing(of: verified, in: state)) : .failed(refusals))
    } catch let error as LedgerError {
      let refusal = Refusal.ledgerInconsistent(reason: LedgerWording.problem(error))
      return VerificationCheck(name: "ledger", status: .failed([refusal]))
    }
  }

  private func refusals(of verified: VerifiedManifest, in state: LedgerState) -> [Refusal] {
    var refusals: [Refusal] = []
    if let reason = state.yanked[verified.digest] {
      refusals.append(.yanked(verified.manifest.version, reason: reason))
    }
    if let environment = command.environment {
      let lane = state.environment(environment).lane(of: verified.manifest.component)
      let isDue = [lane.current?.release, lane.operation?.release].contains(verified.reference)
      if !isDue { refusals.append(.notPromoted(environment: environment)) }
    } else if state.record(of: verified.digest) == nil {
      refusals.append(.notRecorded)
    }
    return refusals
  }

  /// What the ledger says of a release that it has nothing against.
  private func standing(of verified: VerifiedManifest, in state: LedgerState) -> String {
    guard let environment = command.environment else { return "recorded" }
    let lane = state.environment(environment).lane(of: verified.manifest.component)
    guard lane.current?.release == verified.reference else { return "on its way to \(environment)" }
    return lane.trouble == nil
      ? "healthy in \(environment)" : "last proven in \(environment); a person must look"
  }

  /// Draws the manifest up again from the repository and compares what does not depend on the build.
  private func rederive(_ verified: VerifiedManifest) throws -> VerificationCheck {
    let manifest = verified.manifest
    let history = try session.history(of: workspace, component: manifest.component, channel: nil)
    let draft = ManifestDraft(
      workspace: workspace, history: history, commit: manifest.source.commit, tag: manifest.tag,
      contents: ReleaseContents(
        images: manifest.images, artifacts: manifest.artifacts, sboms: manifest.sboms),
      channel: manifest.channel, project: manifest.project, ledger: nil)
    let refusals = try Rederivation(signed: manifest, derived: draft.manifest()).refusals
    return VerificationCheck(
      name: "rederived",
      status: refusals.isEmpty ? .ok("version, changelog and sources come out the same") : .failed(refusals))
  }
}
