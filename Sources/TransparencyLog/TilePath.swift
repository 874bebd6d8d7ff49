/// The name of one file of a log: a tile of hashes or a bundle of entries (c2sp.org/tlog-tiles).
///
///     tile/0/x001/x234/067        256 hashes at level 0, the 1,234,067th such tile
///     tile/1/000.p/5              the first 5 hashes of a tile that is not full yet
///     tile/entries/000.p/5        the entries beneath them
package struct TilePath: Hashable, Sendable {
  /// What a file holds.
  package enum Contents: Hashable, Sendable {
    /// The hashes of the tree's level 8 · n, so that level 0 holds leaf hashes.
    case hashes(level: Int)
    /// The entries themselves.
    case entries
  }

  /// What the file holds.
  package let contents: Contents
  /// The place of the file among those of its level.
  package let index: UInt64
  /// The number of hashes or entries in the file, from 1 to 256.
  package let width: Int

  /// The number of hashes or entries in a file that is full.
  package static let fullWidth = 256
  /// The greatest index: no log has more entries than ``TreeHead/greatestSize``.
  static let greatestIndex = TreeHead.greatestSize

  /// The name of a tile of hashes.
  ///
  /// - Precondition: `level` is in `0...63` and `width` in `1...256`.
  package static func hashes(level: Int, index: UInt64, width: Int = fullWidth) -> TilePath {
    precondition((0...63).contains(level), "a tree of 2^64 leaves has no more levels")
    return TilePath(contents: .hashes(level: level), index: index, width: width)
  }

  /// The name of a bundle of entries.
  ///
  /// - Precondition: `width` is in `1...256`.
  package static func entries(index: UInt64, width: Int = fullWidth) -> TilePath {
    TilePath(contents: .entries, index: index, width: width)
  }

  init(contents: Contents, index: UInt64, width: Int) {
    precondition((1...Self.fullWidth).contains(width), "a tile holds 1 to 256 hashes")
    self.contents = contents
    self.index = index
    self.width = width
  }

  /// Whether the file will be replaced by a wider one when the log grows.
  package var isPartial: Bool { width < Self.fullWidth }
}
