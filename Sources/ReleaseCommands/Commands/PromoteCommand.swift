internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release promote`: a release goes to an environment, and back by itself when it is not healthy there.
struct PromoteCommand: Command {
  var release = ""
  var environment: String?
  var component: String?
  var artifacts: String?
  var wait: TimeSpan?
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "promote", "Promote a release to an environment", in: .operations,
    [
      .positional("release", \.release, "A signed manifest, or the version of a recorded release"),
      .option("--to", \.environment, "env", "The environment", required: true),
      .option("--component", \.component, "name", "The component, when several have that version"),
      .option(
        "--artifacts", \.artifacts, "dir",
        "The folder that holds the release's files; default: the project's root"),
      .option("--wait", \.wait, "span", "Wait so long for what stands in the way and passes"),
    ] + LedgerOptions.lifted(at: \.ledger) + SigningOptions.lifted(at: \.signing) + [
      .flag("--dry-run", \.isDryRun, "Print the plan and change nothing")
    ],
    discussion: """
      The manifest is verified, the environment before must have proven the release healthy, soak time, approvals and \
      freezes are asked of the ledger. Then it is applied, identified and checked; when that fails, what ran before is \
      restored, identified and checked (exit 5).
      """,
    examples: [
      "release promote 1.5.0 --to staging --key ops.pem", "release promote 1.5.0 --to production --dry-run",
    ],
    exits: [.done, .refused, .usage, .environment, .pending, .restored, .halfway])

  func run(in session: Session) async throws -> Answer {
    var deployment = try Deployment(environment ?? "", ledger: ledger, goesForward: true, in: session)
    let manifest = try deployment.release(named: release, component: component)
    let clock = session.world.clock
    var obstacles = deployment.obstacles(to: manifest.reference, in: deployment.snapshot, at: clock.now())
    let deadline = clock.now().advanced(by: wait ?? .zero)
    while !obstacles.isEmpty, obstacles.allSatisfy(\.passes), clock.now() < deadline, !isDryRun {
      session.console.step("waiting: \(ObstacleWording.sentence(obstacles[0]))")
      try await clock.sleep(for: 1)
      deployment = try Deployment(environment ?? "", ledger: ledger, goesForward: true, in: session)
      obstacles = deployment.obstacles(to: manifest.reference, in: deployment.snapshot, at: clock.now())
    }
    if let first = obstacles.first {
      return PromotionAnswer(manifest.reference, in: deployment).refused(by: obstacles, pending: first.passes)
    }
    return try await Promotion(manifest: manifest, deployment: deployment, command: self, session: session)
      .run()
  }
}
