import Effects
import Foundation
import Synchronization
import Testing

@Suite("Writing files")
struct FileWritingTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  @Test func `a file is replaced, with its permissions`() throws {
    let path = try scratch.file("a", "old", mode: 0o644)
    try files.write(Array("new".utf8), to: path, mode: 0o700)
    #expect(try scratch.text("a") == "new")
    #expect(try files.status(path)?.mode == 0o700)
    #expect(try scratch.names == ["a"])
  }

  @Test func `a file of several pieces arrives whole`() throws {
    let bytes = (0..<5_000_001).map { UInt8(truncatingIfNeeded: $0) }
    try files.write(bytes, to: scratch.at("a"), mode: 0o644)
    #expect(try files.read(scratch.at("a"), limit: bytes.count) == bytes)
  }

  @Test func `a folder is not replaced, and nothing is left beside it`() throws {
    let path = try scratch.folder("a")
    #expect(throws: FileError.notRegular(path: path, kind: .directory)) {
      try files.write([1], to: path, mode: 0o644)
    }
    #expect(try scratch.names == ["a"])
  }

  @Test func `a missing folder is named by the file's own path`() throws {
    let path = scratch.at("none/a")
    #expect(throws: FileError.notFound(path: path)) { try files.write([1], to: path, mode: 0o644) }
    #expect(throws: FileError.notFound(path: path)) { try files.create([1], at: path, mode: 0o644) }
  }

  @Test func `a link is replaced and its target left alone`() throws {
    _ = try scratch.file("target", "precious")
    let link = try scratch.link("link", to: "target")
    try files.write(Array("new".utf8), to: link, mode: 0o644)
    #expect(try scratch.text("target") == "precious")
    #expect(try files.status(link)?.kind == .file)
  }

  @Test func `readers see the old or the new content, never a part`() async throws {
    let (path, files) = (try scratch.file("a", String(repeating: "0", count: 50_000)), files)
    let isDone = Mutex(false)
    async let contents = Task {
      var seen: Set<[UInt8]> = []
      while !isDone.withLock({ $0 }) { seen.insert(try files.read(path, limit: 1 << 20)) }
      return seen
    }.value
    for digit in UInt8(48)...57 {
      try files.write([UInt8](repeating: digit, count: 50_000), to: path, mode: 0o644)
    }
    isDone.withLock { $0 = true }
    #expect(try await contents.allSatisfy { Set($0).count == 1 && $0.count == 50_000 })
  }

  @Test func `a new file must be new`() throws {
    let path = try scratch.file("a", "first")
    #expect(throws: FileError.exists(path: path)) { try files.create([1], at: path, mode: 0o600) }
    #expect(try scratch.text("a") == "first")
  }

  @Test func `a dangling link is in the way of a new file`() throws {
    let link = try scratch.link("link", to: "elsewhere")
    #expect(throws: FileError.exists(path: link)) { try files.create([1], at: link, mode: 0o600) }
    #expect(try scratch.names == ["link"])
  }

  @Test func `a new file has the permissions asked for`() throws {
    #expect(try files.status(scratch.file("key", mode: 0o600))?.mode == 0o600)
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount"))
  func `a full disk leaves the old file and no other`() throws {
    let disk = try SmallDisk(in: scratch)
    let path = disk.path + "/a"
    try files.write(Array("old".utf8), to: path, mode: 0o644)
    #expect(throws: FileError.noSpace(path: path)) {
      try files.write([UInt8](repeating: 1, count: 1 << 20), to: path, mode: 0o644)
    }
    #expect(throws: FileError.noSpace(path: disk.path + "/b")) {
      try files.create([UInt8](repeating: 1, count: 1 << 20), at: disk.path + "/b", mode: 0o644)
    }
    #expect(try files.list(disk.path) == ["a"])
    #expect(try files.read(path, limit: 9) == Array("old".utf8))
  }
}

/// A file system of 64 KiB.
final class SmallDisk {
  let path: String
  private let scratch: Scratch

  static let isAvailable: Bool = {
    // Whatever keeps the disk from being made, the answer is that there is none.
    guard let scratch = try? Scratch(), (try? SmallDisk(in: scratch)) != nil else { return false }
    return true
  }()

  init(in scratch: Scratch) throws {
    self.scratch = scratch
    path = try scratch.folder("disk")
    try scratch.shell("mount -t tmpfs -o size=64k tmpfs disk")
  }

  deinit {
    // Nothing can be done about a failure here.
    _ = try? scratch.shell("umount disk")
  }
}
