internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleasePlanning

/// `release thaw`: promotions again.
struct ThawCommand: Command {
  var environment = ""
  var event = EventOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "thaw", "Allow promotions to an environment again", in: .operations,
    [.positional("environment", \.environment, "The environment")] + EventOptions.lifted(at: \.event),
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let recorded = try event.record(in: session) { _ in
      LedgerEvent.Draft(.thaw, environment: environment, at: session.now, actor: session.actor)
    }
    return event.answer("open: \(environment)", recorded)
  }
}
