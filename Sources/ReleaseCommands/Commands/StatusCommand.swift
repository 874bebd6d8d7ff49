internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import Rollouts
internal import StrictJSON
internal import Targets

/// `release status`: what runs where, by the ledger, and whether the disk agrees.
struct StatusCommand: Command {
  var environment: String?
  var ledger = LedgerOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "status", "Show what runs where", in: .operations,
    [.positional("environment", \.environment, "Only this environment")] + LedgerOptions.lifted(at: \.ledger),
    discussion: "The ledger says what should run; the target is asked what does. A difference is drift.",
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let names = try environments(workspace)
    // Without environments there is nothing to ask a ledger, nor a trust root, for.
    guard !names.isEmpty else { return Answer(document: ["environments": []]) }
    let snapshot = try ledger.source(in: workspace, session).snapshot()
    let rows = try names.flatMap { name in
      let state = snapshot.state.environment(name)
      let lanes = state.lanes.isEmpty ? ["": Lane()] : state.lanes
      return try lanes.sorted { $0.key < $1.key }.map { component, lane in
        let look = try look(name, expecting: lane.current, in: workspace, session)
        return StatusRow(
          name: name, component: component, lane: lane, freeze: state.freeze, look: look, now: session.now)
      }
    }
    return Answer(
      lines: rows.map(\.line), document: ["environments": .array(rows.map { .object($0.document) })])
  }

  private func environments(_ workspace: Workspace) throws -> [String] {
    let known = workspace.configuration.environments.map(\.name)
    guard let environment else { return known }
    guard known.contains(environment) else {
      throw UnknownName(kind: .environment, name: environment, known: known)
    }
    return [environment]
  }

  /// Asks the target; one that cannot be asked is said, never guessed.
  private func look(
    _ name: String, expecting current: Lane.Placement?, in workspace: Workspace, _ session: Session
  ) throws -> StatusRow.Look {
    guard let environment = workspace.configuration.environment(name) else {
      return .unknown("not in the configuration")
    }
    do {
      let target = try session.target(of: environment, in: workspace, variables: session.childEnvironment)
      let running = try target.running()
      guard let current, running?.isSame(as: current.release) == true else { return .running(running) }
      return try target.holds(current.release, inventory: current.inventory) ? .running(running) : .changed
    } catch let error as TargetError {
      return .unknown(TargetWording.problem(error))
    } catch let error as NotSupported {
      return .unknown("not supported: \(error.what)")
    }
  }
}
