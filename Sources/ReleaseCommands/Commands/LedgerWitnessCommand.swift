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

/// `release ledger witness`: a holder of `ledger` says again, with the time, that this is the newest state.
struct LedgerWitnessCommand: Command {
  var ledger = LedgerOptions()
  var signing = SigningOptions()
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "ledger witness", "Say with the time that the ledger is at its newest state", in: .evidence,
    LedgerOptions.lifted(at: \.ledger) + SigningOptions.lifted(at: \.signing) + [
      .flag("--dry-run", \.isDryRun, "Check the ledger and change nothing")
    ],
    discussion: """
      Checks the whole ledger and adds a signature with the time to its checkpoint, for `release verify --max-age`. \
      Every entry does so too; run this between them, as often as verifiers ask for. The key holds the role `ledger`.
      """, exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let source = try ledger.source(in: session.workspace(), session)
    let (keys, ledgerKey) = try signing.load(session)
    guard let key = ledgerKey ?? keys.first else { throw CutRefusal.noKey }
    guard !source.trust.current.hasExpired(at: session.now) else {
      throw SealProblem.trustExpired(source.trust.current.expires)
    }
    let snapshot = try source.store.update { read in
      let snapshot = try LedgerSnapshot(reading: read, trusting: source.trust)
      guard snapshot.checkpoint != nil else {
        throw LedgerSourceError.missing(location: source.store.location)
      }
      let growth = try snapshot.vouched(by: key, at: session.now)
      return (isDryRun ? nil : growth, growth.snapshot)
    }
    return Answer(
      lines: ["\(snapshot.origin): \(snapshot.head.size) entries, newest at \(session.now)"],
      document: [
        "origin": .string(snapshot.origin), "size": .integer(Int64(snapshot.head.size)),
        "root": .string(snapshot.head.root.hex), "vouched_at": .string(session.now.description),
        "dry_run": .bool(isDryRun),
      ])
  }
}
