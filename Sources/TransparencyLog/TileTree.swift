import ReleaseSigning

/// The hashes of a log as read from its tiles, each proven to belong to one tree head before it is used.
///
/// The right edge, the tiles that are not full, determines the root and is read first. Every other tile is full, and its
/// root is one hash of the tile above it. So nothing that a store returns is trusted, and what is trusted costs a
/// logarithmic number of files.
struct TileTree {
  let head: TreeHead
  /// The hashes of the tiles that are not full, by level: possibly none.
  private(set) var edge: [[Digest]] = []
  let read: TileReader
  private var known: [TilePath: [Digest]] = [:]

  /// Reads the right edge of a tree.
  ///
  /// - Throws: ``LogError/rootDiffers(expected:found:)``, ``LogError/wrongLength(_:_:)``, ``LogError/full``, and what the
  ///   reader throws.
  init(_ head: TreeHead, reading read: @escaping TileReader) throws {
    guard head.size <= TreeHead.greatestSize else { throw LogError.full }
    (self.head, self.read) = (head, read)
    while count(ofLevel: edge.count) > 0 {
      let width = Int(count(ofLevel: edge.count) % 256)
      let index = count(ofLevel: edge.count) / 256
      edge.append(width == 0 ? [] : try fetch(.hashes(level: edge.count, index: index, width: width)))
    }
    guard range.root == head.root else { throw LogError.rootDiffers(expected: head.root, found: range.root) }
  }

  /// The perfect subtrees of the tree, out of its right edge.
  var range: CompactRange {
    var range = CompactRange()
    for (level, hashes) in edge.enumerated().reversed() {
      for hash in hashes { range.append(subtree: hash, size: 1 << UInt64(8 * level)) }
    }
    return range
  }

  /// Returns the root of a perfect subtree: the node with this index at this level of the tree, leaves being level 0.
  mutating func node(level: Int, index: UInt64) throws -> Digest {
    let (tileLevel, height) = (level / 8, UInt64(level % 8))
    let first = index << height
    let tile = try tile(level: tileLevel, index: first / 256)
    let start = Int(first % 256)
    return tile[start..<start + 1 << Int(height)].perfectRoot
  }

  /// Returns the hashes of a tile, proven.
  ///
  /// - Throws: ``LogError/differs(_:)``, ``LogError/wrongLength(_:_:)``, and what the reader throws.
  mutating func tile(level: Int, index: UInt64) throws -> [Digest] {
    guard index < count(ofLevel: level) / 256 else { return edge[level] }
    let path = TilePath.hashes(level: level, index: index)
    if let hashes = known[path] { return hashes }
    let hashes = try fetch(path)
    // As deep as the tree has levels of tiles: eight.
    let root = try tile(level: level + 1, index: index / 256)[Int(index % 256)]
    guard hashes.perfectRoot == root else { throw LogError.differs(path) }
    known[path] = hashes
    return hashes
  }

  /// Returns how many hashes all tiles of a level hold together.
  private func count(ofLevel level: Int) -> UInt64 { head.size >> UInt64(8 * level) }

  private func fetch(_ path: TilePath) throws -> [Digest] {
    let bytes = try read(path)
    guard bytes.count == path.width * Digest.byteCount else { throw LogError.wrongLength(path, bytes.count) }
    return stride(from: 0, to: bytes.count, by: Digest.byteCount)
      .compactMap { Digest(bytes[$0..<$0 + Digest.byteCount]) }
  }
}
