internal import LedgerStores
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON
internal import TransparencyLog

/// A writer at a ledger.
struct LedgerJournal: Sendable {
  let source: LedgerSource
  let eventKeys: [any Signer]
  let checkpointKey: any Signer

  private var writer: LedgerWriter { LedgerWriter(eventKeys: eventKeys, checkpointKey: checkpointKey) }

  /// Appends events, unless `existing` finds in the ledger what they would say.
  ///
  /// - Returns: the place of the last event, or of what was found, and whether it is new.
  @discardableResult
  func append(
    _ drafts: [LedgerEvent.Draft], attaching attachments: [(path: String, bytes: [UInt8])] = [],
    unless existing: (LedgerState) throws -> UInt64? = { _ in nil }
  ) throws -> (index: UInt64?, isNew: Bool) {
    try source.store.update { read in
      let snapshot = try LedgerSnapshot(reading: read, trusting: source.trust)
      if let index = try existing(snapshot.state) { return (nil, (index, false)) }
      let growth = try grown(snapshot, by: drafts, attachments, reading: read)
      return (growth, (growth.snapshot.head.size - 1, true))
    }
  }

  /// Appends what a decision over the ledger's state says, under the same lock.
  func append<R>(
    attaching attachments: [(path: String, bytes: [UInt8])] = [],
    _ decide: (LedgerSnapshot) throws -> (drafts: [LedgerEvent.Draft], result: R)
  ) throws -> R {
    try source.store.update { read in
      let snapshot = try LedgerSnapshot(reading: read, trusting: source.trust)
      let (drafts, result) = try decide(snapshot)
      guard !drafts.isEmpty else { return (nil, result) }
      return (try grown(snapshot, by: drafts, attachments, reading: read), result)
    }
  }
}

/// An event that does not follow from what the ledger says: somebody else was faster, and the ledger is as good as before.
struct EventRefused: Error {
  let fault: LedgerViolation.Fault
}

extension LedgerJournal {
  /// A violation by an event of our own is no violation by the ledger.
  private func grown(
    _ snapshot: LedgerSnapshot, by drafts: [LedgerEvent.Draft],
    _ attachments: [(path: String, bytes: [UInt8])],
    reading read: @escaping LedgerReader
  ) throws -> LedgerGrowth {
    do {
      return try snapshot.appending(drafts, by: writer, attaching: attachments, reading: read)
    } catch LedgerError.violation(let violation) {
      throw EventRefused(fault: violation.fault)
    }
  }

  /// Brings the newest trust root into force, unless it is.
  func begin(at now: Timestamp, actor: String) throws {
    try source.store.update { read in
      let snapshot = try LedgerSnapshot(reading: read, trusting: source.trust)
      guard let draft = snapshot.rootDraft(at: now, actor: actor) else { return (nil, ()) }
      return (try snapshot.appending([draft], by: writer, reading: read), ())
    }
  }
}
