import ReleaseSigning

/// A log in the act of growing: full tiles leave it as files, partial ones stay until the end.
struct LogAppender {
  private var entries: [[UInt8]]
  private var levels: [[Digest]]
  private var range: CompactRange
  private var files: [LogGrowth.File] = []
  private var leafHashes: [Digest] = []

  /// A log that ends with the right edge of a tree and the entries beneath it.
  init(edge tree: TileTree, entries: [[UInt8]]) {
    self.entries = entries
    (levels, range) = (tree.edge, tree.range)
  }

  /// Appends an entry of at most ``EntryBundle/longestEntry`` bytes.
  mutating func append(_ entry: [UInt8]) {
    let index = range.size / 256
    let hash = LogHash.leaf(entry)
    leafHashes.append(hash)
    range.append(leafHash: hash)
    entries.append(entry)
    if entries.count == TilePath.fullWidth {
      files.append(.init(path: .entries(index: index), bytes: EntryBundle.encode(entries)))
      entries = []
    }
    append(hash, level: 0, tileIndex: index)
  }

  /// Appends a hash to a level; the root of a tile that it fills goes to the level above: at most eight of them.
  private mutating func append(_ hash: Digest, level: Int, tileIndex: UInt64) {
    if level == levels.count { levels.append([]) }
    levels[level].append(hash)
    guard levels[level].count == TilePath.fullWidth else { return }
    let full = levels[level]
    levels[level] = []
    files.append(.init(path: .hashes(level: level, index: tileIndex), bytes: full.flatMap(\.bytes)))
    append(full.perfectRoot, level: level + 1, tileIndex: tileIndex / 256)
  }

  /// The growth since the log was `old`: the full files, and the partial ones at the new right edge.
  func growth(since old: TreeHead) -> LogGrowth {
    LogGrowth(files: files + partialFiles(since: old.size), head: range.head, leafHashes: leafHashes)
  }

  private func partialFiles(since oldSize: UInt64) -> [LogGrowth.File] {
    var partial: [LogGrowth.File] = []
    if !entries.isEmpty, range.size > oldSize {
      let path = TilePath.entries(index: range.size / 256, width: entries.count)
      partial.append(.init(path: path, bytes: EntryBundle.encode(entries)))
    }
    for (level, hashes) in levels.enumerated() where !hashes.isEmpty {
      let count = range.size >> UInt64(8 * level)
      guard count > oldSize >> UInt64(8 * level) else { break }
      let path = TilePath.hashes(level: level, index: count / 256, width: hashes.count)
      partial.append(.init(path: path, bytes: hashes.flatMap(\.bytes)))
    }
    return partial
  }
}
