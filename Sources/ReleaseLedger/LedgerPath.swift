package import ReleaseSigning

/// Where things lie in a ledger's folder, beside the tiles.
package enum LedgerPath {
  /// The signed head of the log: written last.
  package static let checkpoint = "checkpoint"

  /// Returns the place of a manifest's envelope.
  package static func manifest(_ digest: Digest) -> String { "manifests/\(digest.hex).json" }

  /// Returns the place of a trust root.
  package static func root(version: Int64) -> String { "trust/\(version).root.json" }
}
