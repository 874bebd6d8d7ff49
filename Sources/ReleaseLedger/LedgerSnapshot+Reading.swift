package import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON
internal import TransparencyLog

extension LedgerSnapshot {
  /// Reads a ledger and believes it only as a whole.
  ///
  /// Every tile is hashed again, every event checked by the trust root in force at its place, and in the end the
  /// checkpoint by the ledger keys of the newest root.
  ///
  /// - Parameter trust: the verifier's own trust roots; the ledger may bring newer ones that follow from them.
  /// - Throws: `LedgerError`, or what `read` throws.
  package init(reading read: @escaping LedgerReader, trusting trust: TrustChain) throws {
    guard let bytes = try read(LedgerPath.checkpoint) else {
      try Self.requireNoHistory(reading: read)
      self.init(emptyFor: trust)
      return
    }
    let (note, checkpoint) = try Self.checkpoint(bytes)
    let entries = try Self.entries(in: checkpoint.head, reading: read)
    var fold = LedgerFold(trust: trust, reading: read)
    for entry in entries { try fold.take(entry) }
    self.init(origin: checkpoint.origin, head: checkpoint.head, checkpoint: bytes, fold: fold)
    vouchedAt = try verifiedTime(of: note)
  }

  /// A ledger whose checkpoint is gone must not pass for one that never was: the next write would bury what happened.
  ///
  /// Only the first write can have died before its checkpoint, and it holds one or two entries; whatever grew from it has
  /// left one of these tiles.
  private static func requireNoHistory(reading read: LedgerReader) throws {
    for path in ["tile/entries/000", "tile/entries/000.p/3", "tile/entries/000.p/4"]
    where try read(path) != nil {
      throw LedgerError.checkpointMissing(found: path)
    }
  }

  private static func checkpoint(_ bytes: [UInt8]) throws -> (SignedNote, Checkpoint) {
    let note: SignedNote
    do { note = try SignedNote(parsing: bytes) } catch { throw LedgerError.note(error) }
    do { return (note, try Checkpoint(parsing: note.text)) } catch { throw LedgerError.checkpoint(error) }
  }

  private static func entries(in head: TreeHead, reading read: @escaping LedgerReader) throws -> [[UInt8]] {
    do {
      return try TileLog.verifiedEntries(in: head) { tile in
        guard let bytes = try read(tile.path) else { throw LedgerError.missing(path: tile.path) }
        return bytes
      }
    } catch let error as LogError {
      throw LedgerError.tree(error)
    }
  }

  /// The name in the checkpoint must be the one in the trust root that is in force at the ledger's end, and one of that
  /// root's ledger keys must have signed. Returns the newest time at which one of them cosigned.
  private func verifiedTime(of note: SignedNote) throws -> Timestamp? {
    let root = trust.link(version: rootVersion)?.root ?? trust.current
    guard origin.utf8.elementsEqual(root.ledgerOrigin.utf8) else {
      throw LedgerError.origin(expected: root.ledgerOrigin, found: origin)
    }
    do {
      let holders = root.publicKeys(for: .ledger)
      let keys = try holders.map { try NoteKey(name: origin, publicKey: $0) }
      guard try !note.verified(by: keys).isEmpty else {
        throw LedgerError.checkpointUntrusted(origin: origin)
      }
      // Whoever may vouch is decided by the newest root: a key that was taken away dates nothing.
      let witnesses = try trust.current.publicKeys(for: .ledger).map {
        try NoteKey(name: origin, kind: .cosignature, publicKey: $0)
      }
      return try note.cosignatures(by: witnesses).map(\.time).max().map {
        Timestamp(secondsSinceEpoch: Int64(clamping: $0))
      }
    } catch is NoteError {
      throw LedgerError.checkpointUntrusted(origin: origin)
    }
  }
}

extension LedgerSnapshot {
  /// Returns the signed envelopes of some entries, as they stand in the log.
  ///
  /// - Throws: `LedgerError`, or what `read` throws.
  package func envelopes(of indexes: [UInt64], reading read: @escaping LedgerReader) throws -> [[UInt8]] {
    guard !indexes.isEmpty else { return [] }
    let entries = try Self.entries(in: head, reading: read)
    return indexes.map { entries[Int($0)] }
  }
}
