internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import Rollouts
internal import SemanticVersions
internal import StrictJSON
internal import Targets
internal import TransparencyLog

/// A promotion that nothing stands in the way of.
struct Promotion {
  let manifest: VerifiedManifest
  let deployment: Deployment
  let command: PromoteCommand
  let session: Session

  private var environment: String { deployment.environment.name }
  private var lane: Lane {
    deployment.snapshot.state.environment(environment).lane(of: manifest.manifest.component)
  }

  func run() async throws -> Answer {
    let answer = PromotionAnswer(manifest.reference, in: deployment)
    let running = try deployment.target.running()
    if try isInPlace(running) { return answer.unchanged() }
    try refuseStranger(running)
    let previous = try wayBack()
    if command.isDryRun { return answer.planned(deployment.target.plan(for: manifest.reference)) }
    let journal = try command.signing.journal(for: deployment.ledger, session)
    let prepared = try deployment.prepare(
      manifest, from: command.artifacts.map(session.path) ?? deployment.workspace.root,
      inventory: lane.everHealthy[manifest.reference]?.inventory)
    let operation: String
    switch try begin(journal, prepared) {
    case .began(let id): operation = id
    case .overtaken(let obstacles): return answer.refused(by: obstacles, pending: true)
    }
    let record = try await deployment.drive(
      Rollout(
        .promotion, to: manifest.reference, fallback: previous?.manifest.reference ?? lane.current?.release),
      operation: operation, releases: [prepared] + (previous.map { [$0] } ?? []), journal: journal)
    if record.outcome == .succeeded { deployment.prune() }
    return answer.ended(record)
  }

  /// The ledger proves it, it runs, and every file of it is as it was put there.
  private func isInPlace(_ running: RunningRelease?) throws -> Bool {
    guard let current = lane.current, current.release == manifest.reference, lane.trouble == nil,
      running?.isSame(as: manifest.reference) == true
    else { return false }
    return try deployment.target.holds(current.release, inventory: current.inventory)
  }

  /// What this ledger did not put there it cannot bring back: a failed check would leave nothing running.
  private func refuseStranger(_ running: RunningRelease?) throws {
    guard lane.current == nil, lane.trouble == nil, let running, !running.isSame(as: manifest.reference)
    else {
      return
    }
    throw PromotionProblem.stranger(running.version, environment)
  }

  /// The release to return to: its manifest verifies and the target holds it file by file, or there is no going
  /// forward. Nil for a first release, and for one that is put there again.
  private func wayBack() throws -> PreparedRelease? {
    guard let current = lane.current, current.release != manifest.reference else { return nil }
    let previous = try deployment.ledger.manifest(
      of: current.release, in: deployment.snapshot)
    guard let inventory = current.inventory,
      try deployment.target.holds(current.release, inventory: inventory)
    else { throw PromotionProblem.noWayBack(current.release.version, environment) }
    return PreparedRelease(manifest: previous, inventory: inventory)
  }

  /// The first entry of the operation, under the lock: whoever comes second finds the environment held.
  private func begin(_ journal: LedgerJournal, _ prepared: PreparedRelease) throws -> Beginning {
    let attachment = (path: LedgerPath.manifest(manifest.digest), bytes: manifest.envelope.bytes)
    let now = session.world.clock.now()
    return try journal.append(attaching: [attachment]) { snapshot in
      let obstacles = deployment.obstacles(to: manifest.reference, in: snapshot, at: now)
      guard obstacles.isEmpty else { return ([], .overtaken(obstacles)) }
      let id = OperationID.make(environment, manifest.digest, snapshot.head.size)
      var detail: JSONObject = [
        "strategy": .string(deployment.environment.strategy.name),
        "inventory": .string(prepared.inventory.hex),
      ]
      detail["previous"] = lane.current.map { .object($0.release.json) }
      let draft = LedgerEvent.Draft(
        .promotionStarted, environment: environment, release: manifest.reference, operation: id, at: now,
        actor: session.actor, detail: detail)
      return ([draft], .began(id))
    }
  }

  /// What came of beginning.
  private enum Beginning {
    /// The operation's id.
    case began(String)
    /// Somebody else was faster.
    case overtaken([Obstacle])
  }
}

/// Names an operation by what it is about and where it stands: no randomness, and never twice in one ledger.
enum OperationID {
  static func make(_ environment: String, _ manifest: Digest, _ size: UInt64) -> String {
    String(Digest.sha256(Array("\(environment)\n\(manifest.hex)\n\(size)".utf8)).hex.prefix(16))
  }
}

/// Why a promotion does not begin although nothing stood in its way.
enum PromotionProblem: Error {
  /// The target no longer holds the release that would be returned to.
  case noWayBack(Version, String)
  /// The target runs a release that the ledger knows nothing of.
  case stranger(String, String)
}
