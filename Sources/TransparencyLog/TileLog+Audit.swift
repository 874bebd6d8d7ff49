import ReleaseSigning

extension TileLog {
  /// Returns all entries of a log after every one of its files was checked: the tree is built again from the entries
  /// alone, its root compared with the head, and each tile with what was built.
  ///
  /// - Throws: ``LogError/malformedEntries(_:)`` or ``LogError/differs(_:)`` with the first file that disagrees;
  ///   ``LogError/rootDiffers(expected:found:)`` when all files agree with each other but not with the head; what the
  ///   reader throws.
  package static func verifiedEntries(
    in head: TreeHead, reading read: @escaping TileReader
  ) throws -> [[UInt8]] {
    guard head.size <= TreeHead.greatestSize else { throw LogError.full }
    let entries = try unverifiedEntries(in: head, reading: read)
    let rebuilt = try appending(entries, to: .empty, reading: read)
    for file in rebuilt.files where file.path.contents != .entries {
      if try read(file.path) != file.bytes {
        throw disagreement(at: file.path, isOfEntries: rebuilt.head != head)
      }
    }
    guard rebuilt.head == head else {
      throw LogError.rootDiffers(expected: head.root, found: rebuilt.head.root)
    }
    return entries
  }

  /// Reads every bundle. The size may be a lie, so nothing is set aside for it: the first file that is missing ends it.
  private static func unverifiedEntries(in head: TreeHead, reading read: TileReader) throws -> [[UInt8]] {
    var entries: [[UInt8]] = []
    while UInt64(entries.count) < head.size {
      let index = UInt64(entries.count / TilePath.fullWidth)
      let width = min(head.size - UInt64(entries.count), UInt64(TilePath.fullWidth))
      let path = TilePath.entries(index: index, width: Int(width))
      entries += try EntryBundle.decode(read(path), of: path)
    }
    return entries
  }

  /// Names the file that is wrong when a tile is not what the entries make it: the tile, if the entries make the root,
  /// else the bundle beneath it.
  private static func disagreement(at tile: TilePath, isOfEntries: Bool) -> LogError {
    guard isOfEntries, tile.contents == .hashes(level: 0) else { return .differs(tile) }
    return .differs(.entries(index: tile.index, width: tile.width))
  }
}
