internal import ArgumentSyntax
internal import Effects
internal import LedgerStores
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON
internal import TransparencyLog

/// Which ledger, on the command line.
struct LedgerOptions: Sendable {
  var location: String?

  static let slots: [Slot<LedgerOptions>] = [
    .option(
      "--ledger", \.location, "location", "The ledger; default: the one that the configuration names",
      env: "RELEASE_LEDGER")
  ]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, LedgerOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// Returns the ledger, judged by the project's trust root.
  func source(in workspace: Workspace, _ session: Session) throws -> LedgerSource {
    try source(in: workspace, trust: session.trust(of: workspace), session)
  }

  /// Returns the ledger, judged by a trust root.
  func source(in workspace: Workspace, trust: TrustChain, _ session: Session) throws -> LedgerSource {
    guard let location else { return try session.ledger(of: workspace, trust: trust) }
    return try session.ledger(
      at: session.ledgerLocation(location), trust: trust, in: workspace)
  }
}

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
      writes first begins it. A ledger that is there already is left as it is.
      """, exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let source = try ledger.source(in: workspace, session)
    let before = try source.snapshot()
    if before.checkpoint == nil, !isDryRun { try begin(source, session) }
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
    let key = try (signing.ledgerKey ?? signing.keys.first).map(session.privateKey)
    guard let key else { return }
    let journal = LedgerJournal(source: source, eventKeys: [key], checkpointKey: key)
    try journal.begin(at: session.now, actor: session.actor)
  }
}

/// `release ledger show`: what happened.
struct LedgerShowCommand: Command {
  var ledger = LedgerOptions()
  var environment: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "ledger show", "Show what happened", in: .evidence,
    LedgerOptions.lifted(at: \.ledger) + [
      .option("--environment", \.environment, "env", "Only what happened in this environment")
    ], exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let snapshot = try ledger.source(in: session.workspace(), session).existing()
    let entries = snapshot.entries.filter { environment == nil || $0.event.environment == environment }
    return Answer(
      lines: entries.map(EventWording.line),
      document: [
        "origin": .string(snapshot.origin), "size": .integer(Int64(snapshot.head.size)),
        "root": .string(snapshot.head.root.hex), "entries": .array(entries.map { .object($0.json) }),
      ])
  }
}

/// `release ledger verify`: whether every entry, tile and signature holds.
struct LedgerVerifyCommand: Command {
  var ledger = LedgerOptions()
  var global = GlobalOptions()

  static let syntax = declare(
    "ledger verify", "Check every entry, tile and signature of the ledger", in: .evidence,
    LedgerOptions.lifted(at: \.ledger), exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let snapshot = try ledger.source(in: session.workspace(), session).existing()
    return Answer(
      lines: ["ok: \(snapshot.origin), \(snapshot.head.size) entries, root \(snapshot.head.root.hex)"],
      document: [
        "verified": true, "origin": .string(snapshot.origin), "size": .integer(Int64(snapshot.head.size)),
        "root": .string(snapshot.head.root.hex), "trust_version": .integer(snapshot.trust.current.version),
        "releases": JSONValue(snapshot.state.releases.count),
      ])
  }
}

extension LedgerEntry {
  /// The entry for programs.
  var json: JSONObject {
    var object: JSONObject = ["index": .integer(Int64(index)), "leaf_hash": .string(leafHash.hex)]
    object.append(contentsOf: event.statement.predicate)
    object["signers"] = .array(signers.map { .string($0.keyID.hex) })
    return object
  }
}
