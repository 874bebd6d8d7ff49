internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON
internal import TransparencyLog

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
