import TestSupport
import Testing
import TransparencyLog

@Suite("Tile paths") struct TilePathTests {
  @Test(arguments: [
    (TilePath.hashes(level: 0, index: 0), "tile/0/000"),
    (.hashes(level: 1, index: 0, width: 5), "tile/1/000.p/5"),
    (.hashes(level: 0, index: 999, width: 255), "tile/0/999.p/255"),
    (.hashes(level: 0, index: 1000), "tile/0/x001/000"),
    (.hashes(level: 0, index: 1_234_067), "tile/0/x001/x234/067"),
    (.entries(index: 1_234_067, width: 1), "tile/entries/x001/x234/067.p/1"),
    (
      .hashes(level: 63, index: TreeHead.greatestSize),
      "tile/63/x009/x223/x372/x036/x854/x775/807"
    ),
  ]) func `a file has one path`(tile: TilePath, path: String) {
    #expect(tile.path == path)
    #expect(TilePath(path: path) == tile)
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/x000", "tile/0/x000/001",
    "tile/0/001/002", "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256",
    "tile/0/000.p/05",
    "tile/0/000.p/+5", "tile/0/000.p/-5", "tile/0/000/5", "tile/00/000", "tile/+1/000", "tile/-1/000",
    "tile/64/000",
    "tile/Entries/000", "tile/data/000", "/tile/0/000", "tile//0/000", "tile/0/000/", "tile/0/../000",
    "Tile/0/000",
    "tile/0/x009/x223/x372/x036/x854/x775/808", "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/٠٠٠",
    "tile/0/000\u{301}", "tile/0/000\n", "tile/0/ 000", "checkpoint",
  ]) func `no other path is a file's`(path: String) {
    #expect(TilePath(path: path) == nil)
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `paths are those of Tessera and Go`() throws {
    let tiles = try MerkleVectors.load().tiles
    for vector in tiles.paths {
      let width = vector.width == 0 ? 256 : vector.width
      let tile: TilePath =
        try vector.level == "entries"
        ? .entries(index: vector.index, width: width)
        : .hashes(level: #require(Int(vector.level)), index: vector.index, width: width)
      #expect(tile.path == vector.path)
      #expect(TilePath(path: vector.path) == tile)
    }
    for path in tiles.invalid_paths { #expect(TilePath(path: "tile/0/\(path)") == nil, "\(path)") }
    for level in tiles.invalid_levels { #expect(TilePath(path: "tile/\(level)/000") == nil, "\(level)") }
  }
}
