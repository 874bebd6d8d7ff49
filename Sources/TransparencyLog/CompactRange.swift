package import ReleaseSigning

/// The least of a growing Merkle tree that determines its root: one hash for every perfect subtree.
///
/// There are as many of them as the size has bits that are 1, so appending and asking for the root take logarithmic
/// memory.
package struct CompactRange: Hashable, Sendable {
  /// The number of leaves.
  package private(set) var size: UInt64 = 0
  /// The roots of the perfect subtrees, the largest, which is the leftmost, first.
  private var hashes: [Digest] = []

  /// The range of a tree without leaves.
  package init() {}

  /// Appends a leaf.
  package mutating func append(leafHash: Digest) { append(subtree: leafHash, size: 1) }

  /// Appends a perfect subtree whose size is a power of two that divides the size of what is there.
  mutating func append(subtree: Digest, size subtreeSize: UInt64) {
    precondition(size.isMultiple(of: subtreeSize), "a subtree stands at a multiple of its size")
    var (hash, bit) = (subtree, subtreeSize)
    while size & bit != 0 {
      hash = LogHash.node(hashes.removeLast(), hash)
      bit <<= 1
    }
    hashes.append(hash)
    size += subtreeSize
  }

  /// The root of the tree.
  package var root: Digest {
    guard let last = hashes.last else { return LogHash.empty }
    return hashes.dropLast().reversed().reduce(last) { LogHash.node($1, $0) }
  }

  /// The tree's size and root.
  package var head: TreeHead { TreeHead(size: size, root: root) }
}

extension Sequence<Digest> {
  /// The root over hashes of subtrees of equal size, of which there must be a power of two.
  var perfectRoot: Digest {
    var range = CompactRange()
    for hash in self { range.append(leafHash: hash) }
    return range.root
  }
}
