package import ReleaseSigning

/// A log of entries kept in tiles (c2sp.org/tlog-tiles): files that never change, served by anything that serves files.
///
/// Nothing here reads or writes. What must be read is asked of a reader, and none of it is believed before it was hashed
/// up to the root of the tree head; what must be written is returned.
package enum TileLog {
  /// The greatest number of bytes in an entry.
  package static let longestEntry = EntryBundle.longestEntry

  /// Returns what appending entries comes to. Only the right edge of the log is read.
  ///
  /// - Throws: ``LogError`` for an entry that is too long, and when the log does not agree with its head; what the reader
  ///   throws.
  package static func appending(
    _ entries: [[UInt8]], to head: TreeHead, reading read: @escaping TileReader
  ) throws -> LogGrowth {
    if let index = entries.firstIndex(where: { $0.count > longestEntry }) {
      throw LogError.entryTooLong(index: index, count: entries[index].count)
    }
    let tree = try TileTree(head, reading: read)
    guard head.size <= TreeHead.greatestSize - UInt64(entries.count) else { throw LogError.full }
    var appender = LogAppender(edge: tree, entries: try tree.lastEntries())
    for entry in entries { appender.append(entry) }
    return appender.growth(since: head)
  }

  /// Returns the entries at a range of indices, each proven to be in the log.
  ///
  /// - Throws: ``LogError`` for a range beyond the log, and when a file does not agree with the head; what the reader
  ///   throws.
  package static func entries(
    _ range: Range<UInt64>, in head: TreeHead, reading read: @escaping TileReader
  ) throws -> [[UInt8]] {
    guard range.upperBound <= head.size else { throw LogError.outOfRange(range.upperBound, size: head.size) }
    guard !range.isEmpty else { return [] }
    var tree = try TileTree(head, reading: read)
    let bundles = range.lowerBound / 256...(range.upperBound - 1) / 256
    let entries = try bundles.flatMap { try tree.entries(ofBundle: $0) }
    let skipped = Int(range.lowerBound % 256)
    return Array(entries[skipped..<skipped + range.count])
  }

  /// Returns the proof that the entry at an index is in the log, for ``TreeHead/contains(leafHash:at:proof:)``.
  ///
  /// - Throws: ``LogError/outOfRange(_:size:)``; ``LogError`` when the log does not agree with its head; what the reader
  ///   throws.
  package static func inclusionProof(
    of index: UInt64, in head: TreeHead, reading read: @escaping TileReader
  ) throws -> [Digest] {
    var tree = try TileTree(head, reading: read)
    return try tree.inclusionProof(of: index)
  }

  /// Returns the proof that the log begins with its first `size` entries, for ``TreeHead/extends(_:proof:)``.
  ///
  /// - Throws: ``LogError/outOfRange(_:size:)`` for a size of zero or beyond the log; ``LogError`` when the log does not
  ///   agree with its head; what the reader throws.
  package static func consistencyProof(
    from size: UInt64, to head: TreeHead, reading read: @escaping TileReader
  ) throws -> [Digest] {
    var tree = try TileTree(head, reading: read)
    return try tree.consistencyProof(from: size)
  }
}
