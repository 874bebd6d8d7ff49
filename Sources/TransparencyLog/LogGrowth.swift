package import ReleaseSigning

/// What appending entries to a log comes to: files to be written, and then the new head to be signed.
package struct LogGrowth: Hashable, Sendable {
  /// A file with all that it is to hold.
  package struct File: Hashable, Sendable {
    /// The name of the file.
    package let path: TilePath
    /// All its bytes.
    package let bytes: [UInt8]
  }

  /// The new files, none of which replaces another: whoever reads the log at its old size still finds its files.
  package let files: [File]
  /// The size and root of the log with the entries.
  package let head: TreeHead
  /// The leaf hashes of the entries, in their order.
  package let leafHashes: [Digest]
}
