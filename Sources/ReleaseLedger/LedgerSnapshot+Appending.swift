internal import ReleaseManifests
package import ReleaseSigning
package import StrictJSON
internal import TransparencyLog

/// The keys of someone who writes to a ledger.
package struct LedgerWriter: Sendable {
  /// The keys that sign the events.
  package let eventKeys: [any Signer]
  /// The key that signs the checkpoint.
  package let checkpointKey: any Signer

  /// Makes a writer.
  package init(eventKeys: [any Signer], checkpointKey: any Signer) {
    self.eventKeys = eventKeys
    self.checkpointKey = checkpointKey
  }
}

/// What must be written for a ledger to grow: every file in order, then the checkpoint.
package struct LedgerGrowth: Sendable {
  /// Files by their path in the ledger's folder; none of them changes what an older checkpoint says.
  package let files: [(path: String, bytes: [UInt8])]
  /// The new checkpoint, to be written last.
  package let checkpoint: [UInt8]
  /// The ledger as it will be.
  package let snapshot: LedgerSnapshot
}

extension LedgerSnapshot {
  /// Returns what must be written to append events.
  ///
  /// A trust root that is newer than the ledger's is brought into force by an entry of its own before them.
  ///
  /// - Parameter attachments: files that the events speak of, by path: manifests, evidence.
  /// - Throws: `LedgerError`, what a signer throws, or what `read` throws.
  package func appending(
    _ drafts: [LedgerEvent.Draft], by writer: LedgerWriter,
    attaching attachments: [(path: String, bytes: [UInt8])] = [],
    reading read: @escaping LedgerReader
  ) throws -> LedgerGrowth {
    var fold = LedgerFold(after: self, reading: read)
    var bytes: [[UInt8]] = []
    guard let last = drafts.last else { preconditionFailure("nothing to append") }
    for draft in rootFirst(drafts) + drafts {
      let entry = try entry(draft, in: fold.state, by: writer)
      try fold.take(entry)
      bytes.append(entry)
    }
    return try growth(
      to: fold, entries: bytes, by: writer, at: last.at, attaching: attachments, reading: read)
  }

  /// Returns what must be written for the ledger to say that this is still its newest state; its own signature stays.
  ///
  /// - Parameters:
  ///   - key: a key of the role `ledger` in the newest root, whether the ledger has heard of that or not.
  ///   - now: the time that it says so.
  /// - Throws: `LedgerError`, what the signer throws.
  package func vouched(by key: any Signer, at now: Timestamp) throws -> LedgerGrowth {
    guard let checkpoint, trust.current.publicKeys(for: .ledger).contains(key.publicKey) else {
      throw LedgerError.keyNotAllowed(.ledger, keyIDs: [key.publicKey.keyID])
    }
    let bytes: [UInt8]
    do {
      bytes = try SignedNote(parsing: checkpoint)
        .cosigned(name: origin, with: key, at: UInt64(clamping: now.secondsSinceEpoch)).bytes
    } catch let error as NoteError {
      throw LedgerError.note(error)
    }
    var snapshot = self
    (snapshot.checkpoint, snapshot.vouchedAt) = (bytes, now)
    return LedgerGrowth(files: [], checkpoint: bytes, snapshot: snapshot)
  }

  /// Returns what brings the newest trust root into force; nil when it is.
  package func rootDraft(at now: Timestamp, actor: String) -> LedgerEvent.Draft? {
    guard trust.current.version > rootVersion else { return nil }
    return LedgerEvent.Draft(
      .trust, at: now, actor: actor,
      detail: ["version": .integer(trust.current.version), "digest": .string(trust.newest.digest.hex)])
  }

  private func rootFirst(_ drafts: [LedgerEvent.Draft]) -> [LedgerEvent.Draft] {
    guard let first = drafts.first, first.kind != .trust,
      let root = rootDraft(at: first.at, actor: first.actor)
    else {
      return []
    }
    return [root]
  }

  private func entry(_ draft: LedgerEvent.Draft, in state: LedgerState, by writer: LedgerWriter) throws
    -> [UInt8]
  {
    let role = draft.kind.role(in: draft.environment)
    let event = LedgerEvent(
      draft, project: trust.current.project, place: state.nextPlace(in: draft.environment))
    var envelope = event.statement.envelope
    for key in draft.kind == .trust ? [writer.checkpointKey] : writer.eventKeys {
      try envelope.sign(with: key)
    }
    guard trust.current.accepts(envelope, for: role, threshold: draft.kind.threshold) else {
      throw LedgerError.keyNotAllowed(role, keyIDs: writer.eventKeys.map(\.publicKey.keyID))
    }
    let bytes = Array(envelope.bytes.dropLast())
    guard bytes.count <= 65_535 else { throw LedgerError.entryTooLarge(bytes: bytes.count) }
    return bytes
  }

  private func growth(
    to fold: LedgerFold, entries: [[UInt8]], by writer: LedgerWriter, at now: Timestamp,
    attaching: [(path: String, bytes: [UInt8])],
    reading read: @escaping LedgerReader
  ) throws -> LedgerGrowth {
    let grown = try grown(by: entries, reading: read)
    let checkpoint = try signedCheckpoint(
      grown.head, by: writer.checkpointKey, at: now, under: trust.current)
    let roots = trust.roots.map {
      (path: LedgerPath.root(version: $0.root.version), bytes: $0.envelope.bytes)
    }
    let tiles = grown.files.map { (path: $0.path.path, bytes: $0.bytes) }
    let snapshot = LedgerSnapshot(
      origin: origin, head: grown.head, checkpoint: checkpoint, vouchedAt: now, fold: fold)
    return LedgerGrowth(files: roots + attaching + tiles, checkpoint: checkpoint, snapshot: snapshot)
  }

  private func grown(by entries: [[UInt8]], reading read: @escaping LedgerReader) throws -> LogGrowth {
    do {
      return try TileLog.appending(entries, to: head) { tile in
        guard let bytes = try read(tile.path) else { throw LedgerError.missing(path: tile.path) }
        return bytes
      }
    } catch let error as LogError {
      throw LedgerError.tree(error)
    }
  }

  /// Signs a checkpoint, and once more with the time: who reads it learns how old it is.
  private func signedCheckpoint(
    _ head: TreeHead, by key: any Signer, at now: Timestamp, under root: TrustRoot
  ) throws -> [UInt8] {
    guard root.publicKeys(for: .ledger).contains(key.publicKey) else {
      throw LedgerError.keyNotAllowed(.ledger, keyIDs: [key.publicKey.keyID])
    }
    let checkpoint: Checkpoint
    do { checkpoint = try Checkpoint(origin: origin, head: head) } catch {
      throw LedgerError.checkpoint(error)
    }
    do {
      let time = UInt64(clamping: now.secondsSinceEpoch)
      return try SignedNote.signing(checkpoint.text, name: origin, with: key)
        .cosigned(name: origin, with: key, at: time).bytes
    } catch let error as NoteError {
      throw LedgerError.note(error)
    }
  }
}
