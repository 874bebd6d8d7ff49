package import ReleaseSigning

/// The state of a log: how many entries it has and the root of the tree over them.
package struct TreeHead: Hashable, Sendable {
  /// The number of entries.
  package let size: UInt64
  /// The root hash of the tree (RFC 6962, section 2.1).
  package let root: Digest

  /// The greatest size a log may have: 2^63 - 1, so that no arithmetic on sizes overflows, here or in other programs.
  package static let greatestSize = UInt64(Int64.max)

  /// The state of a log before its first entry.
  package static let empty = TreeHead(size: 0, root: LogHash.empty)

  /// A state that somebody claims; nothing is checked.
  package init(size: UInt64, root: Digest) {
    self.size = size
    self.root = root
  }
}
