import ReleaseSigning
import TestSupport
import Testing
import TransparencyLog

@Suite("Growing a log") struct TileLogGrowthTests {
  @Test(arguments: [1, 3, 7, 64, 255, 256, 257, 600]) func `batches of any size make the same log`(batch: Int)
    throws
  {
    let (log, whole) = (try MemoryLog(entries(600), batch: batch), try MemoryLog(entries(600)))
    #expect(log.head == ReferenceTree(entries(600)).head(of: 600))
    for (path, bytes) in whole.files { #expect(log.files[path] == bytes, "\(path)") }
  }

  @Test func `every size from 0 to 600 has the root of the reference tree`() throws {
    let (log, reference) = (MemoryLog(), ReferenceTree(entries(600)))
    for (index, entry) in entries(600).enumerated() {
      let growth = try log.append([entry])
      #expect(growth.leafHashes == [reference.leaves[index]])
      #expect(log.head == reference.head(of: index + 1))
    }
  }

  @Test func `only the right edge is read`() throws {
    let log = try MemoryLog(entries(700))
    try log.append(entries(1))
    #expect(Set(log.reads.map(\.path)) == ["tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/002.p/188"])
  }

  @Test func `files of an earlier size are left as they are`() throws {
    let log = try MemoryLog(entries(300))
    let growth = try log.append(entries(300))
    #expect(
      growth.files.map(\.path.path) == [
        "tile/entries/001", "tile/0/001", "tile/entries/002.p/88", "tile/0/002.p/88", "tile/1/000.p/2",
      ])
    #expect(log.files.keys.contains(.hashes(level: 0, index: 1, width: 44)))
  }

  @Test func `a tile that nothing was added to is not written again`() throws {
    let log = try MemoryLog(entries(300))
    #expect(
      try log.append(entries(1)).files.map(\.path.path) == ["tile/entries/001.p/45", "tile/0/001.p/45"])
  }

  @Test func `nothing appended is nothing changed`() throws {
    let log = try MemoryLog(entries(300))
    let before = log.head
    #expect(try log.append([]).files.isEmpty)
    #expect(log.head == before)
  }

  @Test func `an entry has up to 65535 bytes`() throws {
    let log = try MemoryLog([[UInt8](repeating: 1, count: 65_535), []])
    #expect(try TileLog.entries(0..<2, in: log.head, reading: log.read).map(\.count) == [65_535, 0])
    #expect(throws: LogError.entryTooLong(index: 1, count: 65_536)) {
      try log.append([[], [UInt8](repeating: 1, count: 65_536)])
    }
  }

  @Test func `a log that is full takes no more`() {
    let head = TreeHead(size: 1 << 63, root: LogHash.empty)
    #expect(throws: LogError.full) { try TileLog.appending([[]], to: head, reading: MemoryLog().read) }
    #expect(throws: LogError.full) { try TileLog.verifiedEntries(in: head, reading: MemoryLog().read) }
  }

  @Test func `a log of 70000 entries grows by three levels`() throws {
    let log = try MemoryLog(entries(70_000), batch: 70_000)
    let names = ["tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]
    #expect(names.allSatisfy { TilePath(path: $0).map(log.files.keys.contains) ?? false })
    let proof = try TileLog.inclusionProof(of: 12_345, in: log.head, reading: log.read)
    #expect(log.head.contains(leafHash: LogHash.leaf(Array("12345".utf8)), at: 12_345, proof: proof))
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `the files and roots are those of Tessera`() throws {
    let vector = try MerkleVectors.load().tessera_log
    let log = MemoryLog()
    for (index, text) in vector.checkpoints.enumerated() {
      let checkpoint = try Checkpoint(parsing: SignedNote(parsing: Array(text.utf8)).text)
      #expect(checkpoint.head == log.head)
      if index < 15 { try log.append([Array(vector.entries[index].utf8)]) }
    }
    #expect(log.files[.entries(index: 0, width: 15)].map(hex) == vector.entry_bundle_hex)
    #expect(log.files[.hashes(level: 0, index: 0, width: 15)].map(hex) == vector.tile0_hex)
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String(String(256 + Int($0), radix: 16).dropFirst()) }.joined()
  }
}
