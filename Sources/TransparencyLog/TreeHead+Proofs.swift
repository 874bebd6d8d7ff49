package import ReleaseSigning

extension TreeHead {
  /// Returns whether a proof shows that the entry at an index has a leaf hash (RFC 9162, section 2.1.3.2).
  package func contains(leafHash: Digest, at index: UInt64, proof: [Digest]) -> Bool {
    guard index < size else { return false }
    var path = TreePath(index: index, last: size - 1)
    var hash = leafHash
    for sibling in proof {
      guard !path.isAtRoot else { return false }
      hash = path.siblingIsLeft ? LogHash.node(sibling, hash) : LogHash.node(hash, sibling)
      path.climb()
    }
    return path.isAtRoot && hash == root
  }

  /// Returns whether a proof shows that this tree begins with all the entries of an earlier one (RFC 9162, section
  /// 2.1.4.2). Nothing is shown of an earlier tree without entries.
  package func extends(_ earlier: TreeHead, proof: [Digest]) -> Bool {
    guard earlier.size > 0, earlier.size <= size else { return false }
    guard earlier.size < size else { return proof.isEmpty && earlier.root == root }
    // A perfect earlier tree is itself the first node of the path, so the proof leaves it out.
    let isPerfect = earlier.size & (earlier.size - 1) == 0
    let nodes = isPerfect && !proof.isEmpty ? [earlier.root] + proof : proof
    guard let first = nodes.first else { return false }
    var path = TreePath(index: earlier.size - 1, last: size - 1)
    path.climbOutOfRightChildren()
    var (earlierHash, hash) = (first, first)
    for node in nodes.dropFirst() {
      guard !path.isAtRoot else { return false }
      if path.siblingIsLeft {
        earlierHash = LogHash.node(node, earlierHash)
        hash = LogHash.node(node, hash)
      } else {
        hash = LogHash.node(hash, node)
      }
      path.climb()
    }
    return path.isAtRoot && earlierHash == earlier.root && hash == root
  }
}

/// A walk from a node up to the root: `fn` and `sn` of RFC 9162.
private struct TreePath {
  /// The index of the node in its level.
  var index: UInt64
  /// The index of the last node of that level.
  var last: UInt64

  var isAtRoot: Bool { last == 0 }

  /// Whether the next sibling of the proof stands to the left of the node.
  var siblingIsLeft: Bool { isRightChild || index == last }

  private var isRightChild: Bool { index & 1 == 1 }

  /// Goes to the parent; a last node without a sibling first rises to the level where it has one.
  mutating func climb() {
    if siblingIsLeft { while !isRightChild && index != 0 { rise() } }
    rise()
  }

  /// Rises to the largest perfect subtree that ends with the node.
  mutating func climbOutOfRightChildren() {
    while isRightChild { rise() }
  }

  private mutating func rise() {
    index >>= 1
    last >>= 1
  }
}
