internal import ArgumentSyntax
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

/// `release rollback`: one command back to the release that the ledger proves was healthy before.
struct RollbackCommand: Command {
  var environment = ""
  var version: Version?
  var component: String?
  var reason: String?
  var artifacts: String?
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "rollback", "Go back to the release that was healthy before", in: .operations,
    [
      .positional("environment", \.environment, "The environment"),
      .option("--to", \.version, "version", "Another release that was proven healthy there"),
      .option("--component", \.component, "name", "The component, when several run there"),
      .option("--reason", \.reason, "text", "Why, for the record"),
      .option(
        "--artifacts", \.artifacts, "dir", "Where the release's files are, when the target holds them no more"
      ),
    ] + LedgerOptions.lifted(at: \.ledger) + SigningOptions.lifted(at: \.signing) + [
      .flag("--dry-run", \.isDryRun, "Print the plan and change nothing")
    ],
    discussion: """
      The target of a rollback is never a withdrawn, unsigned or unproven release. Freezes, approvals and soak time do \
      not stop it; signature, identity and checks do. A promotion that is stuck is ended by it.
      """,
    examples: ["release rollback production --key ops.pem --reason 'errors after 1.6.0'"],
    exits: [.done, .refused, .usage, .environment, .halfway])

  func run(in session: Session) async throws -> Answer {
    let deployment = try Deployment(environment, ledger: ledger, goesForward: false, in: session)
    let lane = try lane(in: deployment)
    let yanked = deployment.snapshot.state.yanked
    let release = try RollbackChoice(lane, yanked: yanked).target(version: version)
    let manifest = try deployment.ledger.manifest(of: release, in: deployment.snapshot)
    let inventory = lane.everHealthy[release]?.inventory
    guard try artifacts != nil || deployment.target.holds(release, inventory: inventory) else {
      throw PromotionProblem.noWayBack(release.version, environment)
    }
    let answer = PromotionAnswer(release, in: deployment)
    if isDryRun { return answer.planned(deployment.target.plan(for: release)) }
    let journal = try signing.journal(for: deployment.ledger, session)
    let prepared = try deployment.prepare(manifest, from: artifacts.map(session.path), inventory: inventory)
    let operation = try begin(prepared, lane, journal, session)
    let record = try await deployment.drive(
      Rollout(.rollback, to: release, fallback: nil), operation: operation, releases: [prepared],
      journal: journal)
    return answer.ended(record)
  }

  private func lane(in deployment: Deployment) throws -> Lane {
    let lanes = deployment.snapshot.state.environment(environment).lanes
    if let component { return lanes[component] ?? Lane() }
    guard lanes.count <= 1 else { throw RollbackRefusal.componentNeeded(lanes.keys.sorted()) }
    return lanes.values.first ?? Lane()
  }

  /// Ends whatever is open there, and begins.
  private func begin(
    _ prepared: PreparedRelease, _ lane: Lane, _ journal: LedgerJournal, _ session: Session
  ) throws -> String {
    let release = prepared.manifest.reference
    let now = session.world.clock.now()
    return try journal.append { snapshot in
      let open = snapshot.state.environment(environment).lane(of: release.component).operation
      let ended = open.map { operation in
        LedgerEvent.Draft(
          operation.isRollback ? .rollbackFailed : .promotionFailed, environment: environment,
          release: operation.release, operation: operation.id, at: now, actor: session.actor,
          detail: ["restored": false, "reason": "ended by a rollback"])
      }
      let id = OperationID.make(environment, release.manifestDigest, snapshot.head.size)
      var detail: JSONObject = [
        "reason": .string(reason ?? "asked for"), "inventory": .string(prepared.inventory.hex),
      ]
      detail["from"] = lane.current.map { .object($0.release.json) }
      let began = LedgerEvent.Draft(
        .rollbackStarted, environment: environment, release: release, operation: id, at: now,
        actor: session.actor,
        detail: detail)
      return ((ended.map { [$0] } ?? []) + [began], id)
    }
  }
}
