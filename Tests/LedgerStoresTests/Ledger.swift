import Effects
import LedgerStores
import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import WorldSupport

/// A ledger in a folder of its own, and the key that may do everything in it.
struct Ledger {
  let scratch: Scratch
  let trust: TrustChain
  private let key: PrivateKey

  init() throws {
    scratch = try Scratch()
    key = try PrivateKey.generate()
    let grant = TrustRoot.Grant(keyIDs: [key.publicKey.keyID], threshold: 1)
    let root = TrustRoot(
      project: "acme/shop", version: 1, expires: .latest,
      keys: [key.publicKey.keyID: .init(publicKey: key.publicKey, name: "all")],
      roles: Dictionary(uniqueKeysWithValues: Role.everyRole.map { ($0, grant) }),
      ledgerOrigin: "example.org/shop")
    var envelope = root.envelope
    try envelope.sign(with: key)
    trust = try TrustChain(anchor: envelope.bytes)
  }

  /// A store in the ledger's folder, as another process would make it.
  func store(_ files: any Files = LiveFiles()) -> DirectoryLedgerStore {
    DirectoryLedgerStore(scratch.at("ledger"), files: files, holder: "tests")
  }

  /// Freezes an environment for each reason, in one update.
  func append(_ reasons: String..., to store: DirectoryLedgerStore) throws { try append(reasons, to: store) }

  func append(_ reasons: [String], to store: DirectoryLedgerStore) throws {
    try store.update { read in
      let drafts = reasons.map { reason in
        LedgerEvent.Draft(
          .freeze, environment: "prod", at: .latest, actor: "ada",
          detail: ["until": "2099-01-01T00:00:00Z", "reason": .string(reason)])
      }
      let writer = LedgerWriter(eventKeys: [key], checkpointKey: key)
      let snapshot = try LedgerSnapshot(reading: read, trusting: trust)
      return (growth: try snapshot.appending(drafts, by: writer, reading: read), result: ())
    }
  }

  /// Reads the whole ledger anew and returns the reasons in their order.
  var reasons: [String] {
    get throws {
      let snapshot = try store().read { read in try LedgerSnapshot(reading: read, trusting: trust) }
      return snapshot.entries.compactMap { $0.event.text("reason") }
    }
  }
}
