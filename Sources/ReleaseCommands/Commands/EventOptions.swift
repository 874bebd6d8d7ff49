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
