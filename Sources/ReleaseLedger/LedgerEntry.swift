internal import ReleaseManifests
package import ReleaseSigning

/// An event in its place in the log, its signature checked.
package struct LedgerEntry: Hashable, Sendable {
  /// The place in the log, from 0.
  package let index: UInt64
  /// RFC 6962 hash of the entry.
  package let leafHash: Digest
  /// What happened.
  package let event: LedgerEvent
  /// The distinct keys of the role that signed it.
  package let signers: [PublicKey]
}
