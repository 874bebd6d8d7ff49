import ReleaseSigning
import Testing
import TransparencyLog

@Suite("A log that was tampered with") struct TileLogDamageTests {
  private let log: MemoryLog

  init() throws { log = try MemoryLog(entries(600)) }

  private static let files = [
    "tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000", "tile/entries/001",
    "tile/entries/002.p/88",
  ]

  @Test(arguments: files) func `an audit finds a changed bit in any file`(name: String) throws {
    let path = try #require(TilePath(path: name))
    let altered = log.altering(path, at: 2)
    #expect(throws: LogError.differs(path)) {
      try TileLog.verifiedEntries(in: altered.head, reading: altered.read)
    }
  }

  @Test(arguments: files) func `a missing file is the reader's error`(name: String) throws {
    log.files[try #require(TilePath(path: name))] = nil
    #expect(throws: MemoryLog.Missing.self) { try TileLog.verifiedEntries(in: log.head, reading: log.read) }
  }

  @Test func `an altered entry is not returned`() throws {
    let altered = log.altering(.entries(index: 1), at: 2)
    #expect(throws: LogError.differs(.entries(index: 1))) {
      try TileLog.entries(300..<301, in: altered.head, reading: altered.read)
    }
    #expect(try TileLog.entries(0..<1, in: altered.head, reading: altered.read) == entries(1))
  }

  @Test func `an entry altered together with its tile is not returned`() throws {
    let altered = log.altering(.entries(index: 0), at: 2)
    let bundle = try #require(altered.files[.entries(index: 0)])
    let entry = Array(bundle[2...2])
    altered.files[.hashes(level: 0, index: 0)]?.replaceSubrange(0..<32, with: LogHash.leaf(entry).bytes)
    #expect(throws: LogError.differs(.hashes(level: 0, index: 0))) {
      try TileLog.entries(0..<1, in: altered.head, reading: altered.read)
    }
  }

  @Test(arguments: ["tile/0/002.p/88", "tile/1/000.p/2"]) func `nothing is appended to an altered edge`(
    name: String
  ) throws {
    let altered = log.altering(try #require(TilePath(path: name)), at: 0)
    #expect { try altered.append(entries(1)) } throws: { error in
      guard case LogError.rootDiffers(expected: log.head.root, found: _) = error else { return false }
      return true
    }
  }

  @Test func `nothing is appended beneath altered entries`() throws {
    let altered = log.altering(.entries(index: 2, width: 88), at: 2)
    #expect(throws: LogError.differs(.entries(index: 2, width: 88))) { try altered.append(entries(1)) }
  }

  @Test func `no proof is made out of an altered tile`() throws {
    let altered = log.altering(.hashes(level: 0, index: 0), at: 0)
    #expect(throws: LogError.differs(.hashes(level: 0, index: 0))) {
      try TileLog.inclusionProof(of: 100, in: altered.head, reading: altered.read)
    }
  }

  @Test func `a head with a longer or shorter history is refused`() throws {
    for size in [599, 601, 512] as [UInt64] {
      let head = TreeHead(size: size, root: log.head.root)
      #expect(throws: (any Error).self) { try TileLog.verifiedEntries(in: head, reading: log.read) }
      #expect(throws: (any Error).self) { try TileLog.appending(entries(1), to: head, reading: log.read) }
    }
  }

  @Test(arguments: [0, 31, 33, 87 * 32, 89 * 32]) func `a tile is as long as its name says`(count: Int) throws
  {
    let path = TilePath.hashes(level: 0, index: 2, width: 88)
    log.files[path] = [UInt8](repeating: 0, count: count)
    #expect(throws: LogError.wrongLength(path, count)) {
      try TileLog.appending(entries(1), to: log.head, reading: log.read)
    }
  }

  @Test func `a bundle holds as many entries as its name says`() throws {
    let path = TilePath.entries(index: 2, width: 88)
    let bundle = try #require(log.files[path])
    for bytes in [[], bundle.dropLast(), bundle + [0], bundle + [0, 0], bundle.dropLast(5)] as [[UInt8]] {
      log.files[path] = bytes
      #expect(throws: LogError.malformedEntries(path)) { try log.append(entries(1)) }
    }
  }

  @Test func `reordered entries are found`() throws {
    let (swapped, log) = (try MemoryLog([[2], [1]]), try MemoryLog([[1], [2]]))
    log.files = swapped.files
    #expect(throws: LogError.rootDiffers(expected: log.head.root, found: swapped.head.root)) {
      try TileLog.verifiedEntries(in: log.head, reading: log.read)
    }
  }
}
