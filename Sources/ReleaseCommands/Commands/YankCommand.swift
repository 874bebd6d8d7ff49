internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// `release yank`: withdraw a release.
struct YankCommand: Command {
  var release = ""
  var reason: String?
  var component: String?
  var event = EventOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "yank", "Withdraw a release: it is promoted nowhere and never gone back to", in: .operations,
    [
      .positional("release", \.release, "A signed manifest, or the version of a recorded release"),
      .option("--reason", \.reason, "text", "Why, for the record", required: true),
      .option("--component", \.component, "name", "The component, when several have that version"),
    ] + EventOptions.lifted(at: \.event), exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let recorded = try event.record(in: session) { snapshot in
      LedgerEvent.Draft(
        .yank, release: try event.release(release, component: component, in: snapshot, session),
        at: session.now,
        actor: session.actor,
        detail: ["reason": JSONValue(reason)])
    }
    return event.answer("withdrawn: \(release)", recorded)
  }
}
