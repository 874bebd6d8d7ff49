internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleasePlanning
internal import StrictJSON

/// `release freeze`: no promotions for a time.
struct FreezeCommand: Command {
  var environment = ""
  var until: Timestamp?
  var reason: String?
  var event = EventOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "freeze", "Stop promotions to an environment for a time", in: .operations,
    [
      .positional("environment", \.environment, "The environment"),
      .option("--until", \.until, "time", "When it ends: 2026-11-28T08:00:00Z", required: true),
      .option("--reason", \.reason, "text", "Why, for everybody who is stopped by it", required: true),
    ] + EventOptions.lifted(at: \.event), exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    guard let end = until, end > session.now else {
      throw Diagnostic(
        code: "usage", problem: "the freeze would be over already", hints: ["choose a time that is to come"],
        exit: .usage)
    }
    let until = end.description
    let recorded = try event.record(in: session) { _ in
      LedgerEvent.Draft(
        .freeze, environment: environment, at: session.now, actor: session.actor,
        detail: ["until": .string(until), "reason": JSONValue(reason)])
    }
    return event.answer("frozen: \(environment) until \(until)", recorded)
  }
}
