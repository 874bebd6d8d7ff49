import ReleaseSigning
import TestSupport
import Testing
import TransparencyLog

@Suite("Reading a log") struct TileLogReadingTests {
  @Test func `any range of entries is read back`() throws {
    let log = try MemoryLog(entries(600))
    for range in [0..<1, 0..<600, 255..<257, 256..<512, 511..<600, 599..<600, 10..<10] as [Range<UInt64>] {
      let expected = entries(600)[Int(range.lowerBound)..<Int(range.upperBound)]
      #expect(try TileLog.entries(range, in: log.head, reading: log.read) == Array(expected))
    }
    #expect(try TileLog.verifiedEntries(in: log.head, reading: log.read) == entries(600))
  }

  @Test func `an earlier head is still read after the log grew`() throws {
    let log = try MemoryLog(entries(300))
    let head = log.head
    try log.append(entries(400))
    #expect(try TileLog.verifiedEntries(in: head, reading: log.read) == entries(300))
  }

  @Test func `an empty log has no entries`() throws {
    #expect(try TileLog.verifiedEntries(in: .empty, reading: MemoryLog().read).isEmpty)
    #expect(throws: LogError.rootDiffers(expected: LogHash.leaf([]), found: LogHash.empty)) {
      try TileLog.verifiedEntries(in: TreeHead(size: 0, root: LogHash.leaf([])), reading: MemoryLog().read)
    }
  }

  @Test func `what lies beyond the log is out of range`() throws {
    let log = try MemoryLog(entries(5))
    #expect(throws: LogError.outOfRange(6, size: 5)) {
      try TileLog.entries(0..<6, in: log.head, reading: log.read)
    }
    #expect(throws: LogError.outOfRange(5, size: 5)) {
      try TileLog.inclusionProof(of: 5, in: log.head, reading: log.read)
    }
    for size in [0, 6] as [UInt64] {
      #expect(throws: LogError.outOfRange(size, size: 5)) {
        try TileLog.consistencyProof(from: size, to: log.head, reading: log.read)
      }
    }
  }

  @Test(arguments: [1, 2, 255, 256, 257, 511, 513, 600]) func `proofs are those of the reference tree`(
    size: Int
  ) throws {
    let (log, reference) = (try MemoryLog(entries(size)), ReferenceTree(entries(size)))
    for index in stride(from: 0, to: size, by: max(1, size / 9)) + [size - 1] {
      let proof = try TileLog.inclusionProof(of: UInt64(index), in: log.head, reading: log.read)
      #expect(proof == reference.path(index, in: size), "index \(index)")
      let earlier = try TileLog.consistencyProof(from: UInt64(index + 1), to: log.head, reading: log.read)
      #expect(earlier == reference.proof(index + 1, size), "earlier \(index + 1)")
    }
  }

  @Test(.enabled(if: SharedCases.arePresent))
  func `proofs are those of Tessera and of the reference tree of CT`() throws {
    let vectors = try MerkleVectors.load()
    let tessera = vectors.tessera_log
    try expect(tessera.inclusion, tessera.consistency, of: tessera.entries.map { Array($0.utf8) })
    let leaves = vectors.reference_tree.leaves_hex.map { hex in
      stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }
    try expect(vectors.reference_tree.inclusion, vectors.reference_tree.consistency, of: leaves)
    for (size, root) in vectors.reference_tree.roots_by_size.enumerated() {
      #expect(try MemoryLog(Array(leaves[..<size])).head.root.hex == root)
    }
  }

  private func expect(
    _ inclusion: [MerkleVectors.Inclusion], _ consistency: [MerkleVectors.Consistency], of entries: [[UInt8]]
  ) throws {
    for vector in inclusion {
      let log = try MemoryLog(Array(entries[..<vector.size]))
      let proof = try TileLog.inclusionProof(of: UInt64(vector.index), in: log.head, reading: log.read)
      #expect(proof == vector.proof.compactMap(digest))
    }
    for vector in consistency {
      let log = try MemoryLog(Array(entries[..<vector.size2]))
      let proof = try TileLog.consistencyProof(from: UInt64(vector.size1), to: log.head, reading: log.read)
      #expect(proof == vector.proof.compactMap(digest))
    }
  }
}
