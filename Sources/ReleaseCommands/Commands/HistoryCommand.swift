internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON

/// `release history`: the promotions and rollbacks of an environment.
struct HistoryCommand: Command {
  var environment = ""
  var ledger = LedgerOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "history", "Show the promotions and rollbacks of an environment", in: .operations,
    [.positional("environment", \.environment, "The environment")] + LedgerOptions.lifted(at: \.ledger),
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let snapshot = try ledger.source(in: workspace, session).snapshot()
    let known = Set(workspace.configuration.environments.map(\.name)).union(snapshot.state.environments.keys)
    guard known.contains(environment) else {
      throw UnknownName(kind: .environment, name: environment, known: known.sorted())
    }
    let entries = snapshot.entries.filter { $0.event.environment == environment }
    let shown = global.isVerbose ? entries : entries.filter { $0.event.kind != .step }
    return Answer(
      lines: shown.map(EventWording.line),
      document: ["environment": .string(environment), "events": .array(entries.map { .object($0.json) })])
  }
}
