package import ReleaseSigning

/// What one pass over a file found.
package struct HashedFile: Hashable, Sendable {
  /// The digest of all its bytes.
  package let digest: Digest
  /// How many bytes were digested.
  package let size: Int64
  /// Whether anybody may execute it.
  package let isExecutable: Bool

  /// A finding of these parts.
  package init(digest: Digest, size: Int64, isExecutable: Bool) {
    self.digest = digest
    self.size = size
    self.isExecutable = isExecutable
  }
}
