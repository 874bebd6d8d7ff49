internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON
internal import TransparencyLog

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

extension LedgerEntry {
  /// The entry for programs.
  var json: JSONObject {
    var object: JSONObject = ["index": .integer(Int64(index)), "leaf_hash": .string(leafHash.hex)]
    object.append(contentsOf: event.statement.predicate)
    object["signers"] = .array(signers.map { .string($0.keyID.hex) })
    return object
  }
}
