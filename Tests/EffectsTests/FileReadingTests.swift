import Effects
import Testing

@Suite("Reading files")
struct FileReadingTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  @Test func `a file comes back byte for byte`() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try files.create(bytes, at: scratch.at("a"), mode: 0o600)
    #expect(try files.read(scratch.at("a"), limit: bytes.count) == bytes)
  }

  @Test func `an empty file is read under a limit of nothing`() throws {
    #expect(try files.read(scratch.file("empty", ""), limit: 0).isEmpty)
  }

  @Test func `one byte more than the limit is refused`() throws {
    let path = try scratch.file("a", "12345")
    #expect(throws: FileError.tooLarge(path: path, limit: 4)) { try files.read(path, limit: 4) }
    #expect(try files.read(path, limit: 5).count == 5)
  }

  @Test func `a link to a file is followed`() throws {
    _ = try scratch.file("a", "behind the link")
    #expect(try files.read(scratch.link("l", to: "a"), limit: 100) == Array("behind the link".utf8))
  }

  @Test(.timeLimit(.minutes(20))) func `a FIFO is refused at once`() throws {
    let path = try scratch.fifo("f")
    #expect(throws: FileError.notRegular(path: path, kind: .other)) { try files.read(path, limit: 9) }
  }

  @Test func `a folder is refused`() throws {
    #expect(throws: FileError.notRegular(path: scratch.path, kind: .directory)) {
      try files.read(scratch.path, limit: 9)
    }
  }

  @Test func `a device is refused`() {
    #expect(throws: FileError.notRegular(path: "/dev/zero", kind: .other)) {
      try files.read("/dev/zero", limit: 9)
    }
  }

  @Test func `a missing file and a missing folder are not found`() {
    for path in [scratch.at("none"), scratch.at("no/ne"), ""] {
      #expect(throws: FileError.notFound(path: path)) { try files.read(path, limit: 9) }
    }
  }

  @Test func `a file is no folder`() throws {
    let path = try scratch.file("a") + "/b"
    #expect(throws: FileError.notDirectory(path: path)) { try files.read(path, limit: 9) }
  }

  @Test func `a zero byte does not cut a path short`() throws {
    let path = try scratch.file("a") + "\0.txt"
    #expect(throws: FileError.invalidName(path: path)) { try files.read(path, limit: 9) }
    #expect(throws: FileError.invalidName(path: path)) { try files.remove(path) }
    #expect(throws: FileError.invalidName(path: path)) { try files.rename(scratch.at("a"), to: path) }
    #expect(try scratch.names == ["a"])
  }

  @Test func `names that only look alike are two files`() throws {
    _ = try scratch.file("\u{E9}", "composed")
    _ = try scratch.file("e\u{301}", "decomposed")
    #expect(try scratch.text("\u{E9}") == "composed")
    #expect(try scratch.text("e\u{301}") == "decomposed")
  }
}
