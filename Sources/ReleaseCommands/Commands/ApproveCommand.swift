internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions

/// `release approve`: agree to a promotion.
struct ApproveCommand: Command {
  var release = ""
  var environment: String?
  var component: String?
  var event = EventOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "approve", "Agree to the promotion of a release", in: .operations,
    [
      .positional("release", \.release, "A signed manifest, or the version of a recorded release"),
      .option("--environment", \.environment, "env", "The environment", required: true),
      .option("--component", \.component, "name", "The component, when several have that version"),
    ] + EventOptions.lifted(at: \.event), exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let environment = environment ?? ""
    let recorded = try event.record(in: session) { snapshot in
      LedgerEvent.Draft(
        .approval, environment: environment,
        release: try event.release(release, component: component, in: snapshot, session),
        at: session.now,
        actor: session.actor)
    }
    return event.answer("approved: \(release) for \(environment)", recorded)
  }
}
