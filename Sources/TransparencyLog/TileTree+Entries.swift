import ReleaseSigning

extension TileTree {
  /// Returns the entries of a bundle, each proven by its leaf hash.
  ///
  /// - Throws: ``LogError/malformedEntries(_:)``, ``LogError/differs(_:)``, what ``tile(level:index:)`` throws.
  mutating func entries(ofBundle index: UInt64) throws -> [[UInt8]] {
    let hashes = try tile(level: 0, index: index)
    return try entries(of: .entries(index: index, width: hashes.count), hashes)
  }

  /// Returns the entries beneath the right edge: those of the bundle that is not full.
  func lastEntries() throws -> [[UInt8]] {
    guard let hashes = edge.first, !hashes.isEmpty else { return [] }
    return try entries(of: .entries(index: head.size / 256, width: hashes.count), hashes)
  }

  private func entries(of path: TilePath, _ hashes: [Digest]) throws -> [[UInt8]] {
    let entries = try EntryBundle.decode(read(path), of: path)
    guard entries.map(LogHash.leaf) == hashes else { throw LogError.differs(path) }
    return entries
  }
}
