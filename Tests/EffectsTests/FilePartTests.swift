import Effects
import Testing

@Suite("Copying a part of a file")
struct FilePartTests {
  let scratch: Scratch
  let files = LiveFiles()
  private static let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ ($0 >> 8)) }

  init() throws {
    scratch = try Scratch()
    try files.create(Self.bytes, at: scratch.at("a"), mode: 0o644)
  }

  @Test(
    arguments: [
      0..<700_000, 0..<0, 0..<1, 699_999..<700_000, 700_000..<700_000, 1..<699_999, 262_143..<524_289,
    ] as [Range<Int64>])
  func `it holds what is between the offsets`(part: Range<Int64>) throws {
    try files.copy(part, of: scratch.at("a"), to: scratch.at("b"))
    let copied = try files.read(scratch.at("b"), limit: 1 << 20)
    #expect(copied[...] == Self.bytes[Int(part.lowerBound)..<Int(part.upperBound)])
    #expect(try files.status(scratch.at("b"))?.mode == 0o600)
  }

  @Test func `a link to the file is followed, and nothing is replaced`() throws {
    let link = try scratch.link("l", to: "a")
    try files.copy(3..<9, of: link, to: scratch.at("b"))
    #expect(throws: FileError.exists(path: scratch.at("b"))) {
      try files.copy(0..<1, of: link, to: scratch.at("b"))
    }
  }

  @Test(arguments: [0..<700_001, 700_001..<700_001, 5 ..< .max] as [Range<Int64>])
  func `a part that is not there is none`(part: Range<Int64>) throws {
    let source = scratch.at("a")
    #expect(throws: FileError.changedWhileRead(path: source)) {
      try files.copy(part, of: source, to: scratch.at("b"))
    }
    #expect(try scratch.names == ["a"])
  }

  @Test(arguments: [-1..<3, .min..<0] as [Range<Int64>]) func `nothing is before the start`(
    part: Range<Int64>
  )
    throws
  {
    #expect(throws: FileError.self) { try files.copy(part, of: scratch.at("a"), to: scratch.at("b")) }
    #expect(try scratch.names == ["a"])
  }

  @Test(.timeLimit(.minutes(20))) func `only a regular file has parts`() throws {
    let fifo = try scratch.fifo("f")
    for path in [fifo, scratch.path] {
      let error = #expect(throws: FileError.self) { try files.copy(0..<0, of: path, to: scratch.at("b")) }
      guard case .notRegular(path, _) = error else {
        Issue.record("got \(String(describing: error))")
        continue
      }
    }
    #expect(throws: FileError.notFound(path: scratch.at("x"))) {
      try files.copy(0..<0, of: scratch.at("x"), to: scratch.at("b"))
    }
  }
}
