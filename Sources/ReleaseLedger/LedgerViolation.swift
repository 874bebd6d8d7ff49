package import ReleaseManifests
package import ReleaseSigning
package import TransparencyLog

/// Why a ledger does not hold: the entry that breaks it and what is wrong there.
package struct LedgerViolation: Error, Hashable {
  /// The entry's place in the log.
  package let index: UInt64
  /// What is wrong.
  package let fault: Fault

  /// What can be wrong with an entry.
  package enum Fault: Error, Hashable, Sendable {
    /// The entry is no envelope.
    case envelope(EnvelopeError)
    /// What is signed is no event.
    case event(StatementError)
    /// There is no trust root before it.
    case noTrustRoot
    /// A trust root that it names is not in the ledger, or is another.
    case trustRoot(version: Int64)
    /// The chain of trust roots does not hold.
    case trustChain(TrustChain.Problem)
    /// The keys that signed do not hold the role.
    case role(Role)
    /// It is for another project.
    case project(expected: String, found: String)
    /// Its number in the chain of its environment is not the next one.
    case sequence(expected: Int64, found: Int64)
    /// It does not name the event before it in that chain.
    case previous(expected: Digest?, found: Digest?)
    /// It begins an operation where another one is open.
    case operationOpen(String)
    /// It belongs to an operation that is not open there.
    case operationUnknown(String)
    /// It goes back to a release that was never proven healthy there.
    case neverHealthy(ReleaseReference)
  }
}

/// Why a ledger cannot be read or written.
package enum LedgerError: Error, Hashable {
  /// An entry does not hold.
  case violation(LedgerViolation)
  /// The checkpoint cannot be read.
  case checkpoint(CheckpointError)
  /// The note around the checkpoint cannot be read, or not be written.
  case note(NoteError)
  /// There is no checkpoint, and there are tiles.
  case checkpointMissing(found: String)
  /// The checkpoint bears no good signature of a ledger key.
  case checkpointUntrusted(origin: String)
  /// The checkpoint is another ledger's.
  case origin(expected: String, found: String)
  /// Tiles and checkpoint disagree, or a tile is missing.
  case tree(LogError)
  /// A file that the checkpoint speaks of is not there.
  case missing(path: String)
  /// A key does not hold the role that the event needs.
  case keyNotAllowed(Role, keyIDs: [KeyID])
  /// An event is larger than the log takes.
  case entryTooLarge(bytes: Int)
}
