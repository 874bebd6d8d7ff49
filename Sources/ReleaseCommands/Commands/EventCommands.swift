internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// What the commands that add one event to the ledger share.
struct EventOptions: Sendable {
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var isDryRun = false

  static func lifted<C: Command>(at path: any WritableKeyPath<C, EventOptions> & Sendable) -> [Slot<C>] {
    let slots: [Slot<EventOptions>] =
      LedgerOptions.slots.map { .lifted($0, at: \.ledger) }
      + SigningOptions.slots.map { .lifted($0, at: \.signing) }
      + [
        .flag("--dry-run", \.isDryRun, "Change nothing")
      ]
    return slots.map { .lifted($0, at: path) }
  }

  /// Writes the event that a decision over the ledger names.
  func record(
    in session: Session, _ draft: (LedgerSnapshot) throws -> LedgerEvent.Draft
  ) throws -> (draft: LedgerEvent.Draft, index: UInt64?) {
    let workspace = try session.workspace()
    let source = try ledger.source(in: workspace, session)
    let snapshot = try source.existing()
    let planned = try draft(snapshot)
    try requireKnown(planned.environment, in: workspace, snapshot)
    guard !isDryRun else { return (planned, nil) }
    return (planned, try signing.journal(for: source, session).append([planned]).index)
  }

  /// A freeze of a misspelt environment would stop nobody.
  private func requireKnown(_ name: String?, in workspace: Workspace, _ snapshot: LedgerSnapshot) throws {
    let known = Set(workspace.configuration.environments.map(\.name)).union(snapshot.state.environments.keys)
    guard let name, !known.contains(name) else { return }
    throw UnknownName(kind: .environment, name: name, known: known.sorted())
  }

  /// The release that a version or a file names.
  func release(
    _ word: String, component: String?, in snapshot: LedgerSnapshot, _ session: Session
  ) throws -> ReleaseReference {
    if let verified = try session.releaseFile(word, trusting: snapshot.trust.current) {
      return verified.reference
    }
    return try ReleaseLookup.recorded(word, component: component, in: snapshot.state)
  }

  func answer(_ line: String, _ recorded: (draft: LedgerEvent.Draft, index: UInt64?)) -> Answer {
    Answer(
      lines: [line],
      document: [
        "kind": .string(recorded.draft.kind.rawValue), "environment": JSONValue(recorded.draft.environment),
        "version": JSONValue(recorded.draft.release?.version.description),
        "manifest_digest": JSONValue(recorded.draft.release?.manifestDigest.hex),
        "ledger_index": recorded.index.map { .integer(Int64($0)) } ?? .null,
      ])
  }
}

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
