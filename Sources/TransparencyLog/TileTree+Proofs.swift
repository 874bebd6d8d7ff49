import ReleaseSigning

extension TileTree {
  /// Returns the siblings on the way from a leaf to the root, lowest first (RFC 6962, section 2.1.1).
  mutating func inclusionProof(of index: UInt64) throws -> [Digest] {
    guard index < head.size else { throw LogError.outOfRange(index, size: head.size) }
    var (proof, span): ([Digest], Range<UInt64>) = ([], 0..<head.size)
    while span.count > 1 {
      let halves = span.halves
      let isLeft = index < halves.right.lowerBound
      proof.append(try root(of: isLeft ? halves.right : halves.left))
      span = isLeft ? halves.left : halves.right
    }
    return proof.reversed()
  }

  /// Returns the nodes that show that the tree begins with an earlier one (RFC 6962, section 2.1.2).
  mutating func consistencyProof(from size: UInt64) throws -> [Digest] {
    guard (1...head.size).contains(size) else { throw LogError.outOfRange(size, size: head.size) }
    var (proof, span): ([Digest], Range<UInt64>) = ([], 0..<head.size)
    while span.upperBound != size {
      let halves = span.halves
      let isLeft = size <= halves.right.lowerBound
      proof.append(try root(of: isLeft ? halves.right : halves.left))
      span = isLeft ? halves.left : halves.right
    }
    // A subtree that begins at the first leaf is the earlier tree itself, whose root the verifier knows.
    if span.lowerBound > 0 { proof.append(try root(of: span)) }
    return proof.reversed()
  }

  /// Returns the root over a span of leaves that a tree of the span's size could have at this place.
  private mutating func root(of span: Range<UInt64>) throws -> Digest {
    var (range, start) = (CompactRange(), span.lowerBound)
    while start < span.upperBound {
      let level = 63 - (span.upperBound - start).leadingZeroBitCount
      range.append(subtree: try node(level: level, index: start >> UInt64(level)), size: 1 << UInt64(level))
      start += 1 << UInt64(level)
    }
    return range.root
  }
}

extension Range<UInt64> {
  /// The span split at the largest power of two below its length, as RFC 6962 splits every tree.
  fileprivate var halves: (left: Range, right: Range) {
    let middle = lowerBound + 1 << UInt64(63 - (upperBound - lowerBound - 1).leadingZeroBitCount)
    return (lowerBound..<middle, middle..<upperBound)
  }
}
