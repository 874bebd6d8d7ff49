package import ReleaseManifests
internal import ReleaseSigning
package import StrictJSON
package import TransparencyLog

/// Reads a file of a ledger by its path in the ledger's folder; nil when it is not there.
package typealias LedgerReader = (String) throws -> [UInt8]?

/// A ledger read whole and believed: every entry, signature and role was checked on the way.
package struct LedgerSnapshot: Sendable {
  /// The name of the ledger.
  package let origin: String
  /// The size and root hash of the log.
  package let head: TreeHead
  /// The signed checkpoint; nil while the ledger is empty.
  package internal(set) var checkpoint: [UInt8]?
  /// The entries in order.
  package let entries: [LedgerEntry]
  /// What they amount to.
  package let state: LedgerState
  /// The trust roots, those that the ledger brought included.
  package let trust: TrustChain
  /// When a holder of `ledger` last said that this is the newest state; nil when none said so with a time.
  package internal(set) var vouchedAt: Timestamp?
  /// The version of the trust root in force at the end; 0 before the first.
  let rootVersion: Int64

  /// Whether the verifier's newest trust root is in force in the ledger.
  package var knowsNewestRoot: Bool { rootVersion == trust.current.version }

  /// A ledger in which nothing has been recorded.
  package init(emptyFor trust: TrustChain) {
    origin = trust.current.ledgerOrigin
    head = TreeHead(size: 0, root: LogHash.empty)
    checkpoint = nil
    entries = []
    state = LedgerState()
    self.trust = trust
    rootVersion = 0
  }

  init(
    origin: String, head: TreeHead, checkpoint: [UInt8], vouchedAt: Timestamp? = nil, fold: LedgerFold
  ) {
    self.vouchedAt = vouchedAt
    self.origin = origin
    self.head = head
    self.checkpoint = checkpoint
    entries = fold.entries
    state = fold.state
    trust = fold.trust
    rootVersion = fold.rootVersion
  }
}
