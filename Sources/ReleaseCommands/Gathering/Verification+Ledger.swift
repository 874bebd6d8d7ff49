internal import LedgerStores
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON

/// What the ledger that a release is checked against turned out to be.
enum LedgerReading: Sendable {
  /// Nobody asked for one.
  case notAsked
  /// It holds.
  case read(LedgerSnapshot)
  /// It does not.
  case refused(Refusal)
}

extension Verification {
  /// Reads the ledger, when there is something to ask it.
  ///
  /// - Throws: `VerificationProblem.ledgerNeedsRoot`, `LedgerSourceError`, `FileError`.
  func readLedger() throws -> LedgerReading {
    guard command.environment != nil || command.ledger != nil || command.maxAge != nil else {
      return .notAsked
    }
    // What is judged by a root that does not hold is not looked at.
    if case .failure = judge.root { return .notAsked }
    guard let source = try ledgerSource() else { throw VerificationProblem.ledgerNeedsRoot }
    do { return .read(try source.existing()) } catch let error as LedgerError {
      return .refused(.ledgerInconsistent(reason: LedgerWording.problem(error)))
    }
  }

  /// The ledger that was named or configured; nil where only single keys are trusted.
  func ledgerSource() throws -> LedgerSource? {
    guard let trust = judge.chain else { return nil }
    let location = command.ledger.map(session.ledgerLocation) ?? workspace.configuration.ledger
    return try session.ledger(at: location, trust: trust, in: workspace)
  }

  /// What a manifest is judged by: the root that was in force when the ledger recorded it, or else the newest.
  ///
  /// The newest decides all the same whether it is too late to believe any. A ledger that has not heard of the newest may
  /// still be written to by keys that it took away, so that its record counts for nothing.
  func trust(for bytes: [UInt8], by reading: LedgerReading) -> ManifestVerifier.Trust {
    guard case .read(let snapshot) = reading, snapshot.knowsNewestRoot,
      // An envelope that cannot be read is refused by whoever verifies it.
      let envelope = try? Envelope(parsing: bytes, expecting: PayloadType.statement),
      let record = snapshot.state.record(of: envelope.payloadDigest),
      var then = snapshot.trust.link(version: record.rootVersion)?.root
    else { return judge.trust }
    then.expires = snapshot.trust.current.expires
    return .root(then, role: judge.role)
  }

  /// Asks the ledger whether the release is good and, when an environment is named, healthy there.
  func ledger(of verified: VerifiedManifest, by reading: LedgerReading) -> VerificationCheck {
    switch reading {
    case .notAsked: return check("ledger", asked: false, [])
    case .refused(let refusal): return VerificationCheck(name: "ledger", status: .failed([refusal]))
    case .read(let snapshot):
      let refusals = refusals(of: verified, in: snapshot.state) + staleness(of: snapshot)
      return VerificationCheck(
        name: "ledger",
        status: refusals.isEmpty ? .ok(standing(of: verified, in: snapshot.state)) : .failed(refusals))
    }
  }

  /// Whether nothing that is asked of the release speaks against it.
  func isWanted(_ verified: VerifiedManifest, by reading: LedgerReading) -> Bool {
    let recorded =
      if case .read(let snapshot) = reading { refusals(of: verified, in: snapshot.state) } else {
        [Refusal]()
      }
    return recorded.isEmpty && expectations.commitRefusals(of: verified).isEmpty
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

  /// How long ago somebody said that this is the newest state; clocks may differ by some minutes.
  private func staleness(of snapshot: LedgerSnapshot) -> [Refusal] {
    guard let maximum = command.maxAge else { return [] }
    let age = snapshot.vouchedAt.map { session.now.secondsSinceEpoch - $0.secondsSinceEpoch }
    guard let age, (-300...max(-300, maximum.seconds)).contains(age) else {
      return [.ledgerStale(age: age, maximum: maximum)]
    }
    return []
  }

  /// What the ledger says of a release that it has nothing against.
  private func standing(of verified: VerifiedManifest, in state: LedgerState) -> String {
    guard let environment = command.environment else { return "recorded" }
    let lane = state.environment(environment).lane(of: verified.manifest.component)
    guard lane.current?.release == verified.reference else { return "on its way to \(environment)" }
    return lane.trouble == nil
      ? "healthy in \(environment)" : "last proven in \(environment); a person must look"
  }
}
