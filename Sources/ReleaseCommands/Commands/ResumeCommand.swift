internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import Rollouts
internal import StrictJSON
internal import Targets

/// `release resume`: goes on with a promotion or rollback whose process has died.
struct ResumeCommand: Command {
  var environment = ""
  var component: String?
  var artifacts: String?
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "resume", "Go on with a promotion that was interrupted", in: .operations,
    [
      .positional("environment", \.environment, "The environment"),
      .option("--component", \.component, "name", "The component, when several run there"),
      .option(
        "--artifacts", \.artifacts, "dir",
        "The folder that holds the release's files; default: the project's root"),
    ] + LedgerOptions.lifted(at: \.ledger) + SigningOptions.lifted(at: \.signing) + [
      .flag("--dry-run", \.isDryRun, "Print the plan and change nothing")
    ],
    discussion: "Looks first what runs there, then goes on, does it again, or goes back.",
    exits: [.done, .refused, .usage, .environment, .restored, .halfway])

  func run(in session: Session) async throws -> Answer {
    let deployment = try Deployment(environment, ledger: ledger, goesForward: false, in: session)
    let lane = deployment.snapshot.state.environment(environment).lane(of: component)
    guard let open = lane.operation else {
      return Answer(
        lines: ["nothing to resume in \(environment)"],
        document: ["environment": .string(environment), "outcome": "unchanged", "steps": []])
    }
    let answer = PromotionAnswer(open.release, in: deployment)
    if isDryRun { return answer.planned(deployment.target.plan(for: open.release)) }
    let intended = try deployment.ledger.manifest(of: open.release, in: deployment.snapshot)
    let prepared = try deployment.prepare(
      intended, from: artifacts.map(session.path) ?? deployment.workspace.root, inventory: open.inventory)
    let previous = open.isRollback ? nil : try previous(lane, in: deployment, session)
    let record = try await deployment.drive(
      Rollout(
        open.isRollback ? .rollback : .promotion, to: open.release, fallback: previous?.manifest.reference),
      operation: open.id, releases: [prepared] + (previous.map { [$0] } ?? []),
      journal: try signing.journal(for: deployment.ledger, session))
    return answer.ended(record)
  }

  /// What ran before, when the ledger knows it file by file; whether it is whole is asked when it is needed.
  private func previous(_ lane: Lane, in deployment: Deployment, _ session: Session) throws
    -> PreparedRelease?
  {
    guard let current = lane.current, let inventory = current.inventory else { return nil }
    let manifest = try deployment.ledger.manifest(
      of: current.release, in: deployment.snapshot)
    return PreparedRelease(manifest: manifest, inventory: inventory)
  }
}
