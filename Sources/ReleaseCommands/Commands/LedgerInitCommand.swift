internal import ArgumentSyntax
internal import Effects
internal import LedgerStores
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON
internal import TransparencyLog

/// `release ledger init`: the first entry, which brings the trust root into force.
struct LedgerInitCommand: Command {
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "ledger init", "Begin the ledger", in: .evidence,
    LedgerOptions.lifted(at: \.ledger) + SigningOptions.lifted(at: \.signing) + [
      .flag("--dry-run", \.isDryRun, "Change nothing")
    ],
    discussion: """
      With a key the first entry brings the trust root into force. Without one the folder is prepared, and whoever \
      writes first begins it. Run again after `release trust update` it brings the new root into force at once; else \
      the next entry does. A ledger that knows the newest root is left as it is.
      """, exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let source = try ledger.source(in: workspace, session)
    let before = try source.snapshot()
    if before.checkpoint == nil || !before.knowsNewestRoot, !isDryRun { try begin(source, session) }
    let after = try source.snapshot()
    return Answer(
      lines: ["\(after.origin): \(after.head.size) entries in \(source.store.location)"],
      document: [
        "origin": .string(after.origin), "location": .string(source.store.location),
        "size": .integer(Int64(after.head.size)),
      ])
  }

  private func begin(_ source: LedgerSource, _ session: Session) throws {
    guard !signing.keys.isEmpty || signing.ledgerKey != nil else {
      try session.world.files.makeDirectory("\(source.store.location)/manifests")
      return
    }
    let (keys, ledgerKey) = try signing.load(session)
    guard let key = ledgerKey ?? keys.first else { return }
    let journal = LedgerJournal(source: source, eventKeys: [key], checkpointKey: key)
    try journal.begin(at: session.now, actor: session.actor)
  }
}
