import Effects
import Foundation
import ReleaseSigning
import Synchronization
import Testing

@Suite("Digesting and copying files")
struct FileCopyingTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  @Test(arguments: [0, 1, 1 << 20, (3 << 20) + 17])
  func `the digest is that of the bytes, and the copy has them all`(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 131 >> 3) }
    try files.create(bytes, at: scratch.at("a"), mode: 0o644)
    let found = try files.copyHashing(scratch.at("a"), to: scratch.at("b"))
    #expect(found == HashedFile(digest: .sha256(bytes), size: Int64(size), isExecutable: false))
    #expect(try files.read(scratch.at("b"), limit: size) == bytes)
  }

  @Test func `a digest alone makes no copy`() throws {
    let found = try files.copyHashing(scratch.file("a", "abc"), to: nil)
    #expect(found.digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try scratch.names == ["a"])
  }

  @Test(arguments: [
    (0o755, true, 0o755), (0o644, false, 0o644), (0o600, false, 0o644), (0o4711, true, 0o755),
  ])
  func `the copy keeps the executable bit, and no other`(mode: UInt32, isExecutable: Bool, copied: UInt32)
    throws
  {
    try scratch.shell("echo x > a; chmod \(String(mode, radix: 8)) a; umask 022")
    let found = try files.copyHashing(scratch.at("a"), to: scratch.at("b"))
    #expect(found.isExecutable == isExecutable)
    #expect(try files.status(scratch.at("b"))?.mode == copied)
  }

  @Test func `no link is followed`() throws {
    _ = try scratch.file("a")
    let link = try scratch.link("l", to: "a")
    #expect(throws: FileError.notRegular(path: link, kind: .symlink)) { try files.copyHashing(link, to: nil) }
  }

  @Test(.timeLimit(.minutes(20))) func `a FIFO and a folder are refused`() throws {
    let fifo = try scratch.fifo("f")
    #expect(throws: FileError.notRegular(path: fifo, kind: .other)) { try files.copyHashing(fifo, to: nil) }
    #expect(throws: FileError.notRegular(path: scratch.path, kind: .directory)) {
      try files.copyHashing(scratch.path, to: scratch.at("b"))
    }
    #expect(try scratch.names == ["f"])
  }

  @Test func `a copy replaces nothing`() throws {
    let (source, there) = (try scratch.file("a"), try scratch.file("b", "precious"))
    #expect(throws: FileError.exists(path: there)) { try files.copyHashing(source, to: there) }
    #expect(try scratch.text("b") == "precious")
  }

  @Test func `a file that grows meanwhile is refused, and its copy removed`() throws {
    let changed = try failure { handle in
      handle.seekToEndOfFile()
      handle.write(Data([1]))
    }
    #expect(changed == .changedWhileRead(path: scratch.at("a")))
    #expect(try scratch.names == ["a"])
  }

  @Test func `a file that is written over meanwhile is refused, and its copy removed`() throws {
    let changed = try failure { handle in
      handle.seek(toFileOffset: 0)
      handle.write(Data([UInt8.random(in: 0...255)]))
    }
    #expect(changed == .changedWhileRead(path: scratch.at("a")))
    #expect(try scratch.names == ["a"])
  }

  /// Copies a large file while `change` is done to it again and again, from before the start to after the
  /// end.
  private func failure(_ change: @escaping @Sendable (FileHandle) -> Void) throws -> FileError? {
    let path = try scratch.file("a", String(repeating: "x", count: 32 << 20))
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    let (isDone, hasStarted) = (Shared(false), DispatchSemaphore(value: 0))
    let hasEnded = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while !isDone.value.withLock({ $0 }) {
        change(handle)
        hasStarted.signal()
      }
      hasEnded.signal()
    }
    hasStarted.wait()
    defer {
      isDone.value.withLock { $0 = true }
      hasEnded.wait()
    }
    do throws(FileError) {
      _ = try files.copyHashing(path, to: scratch.at("b"))
      return nil
    } catch {
      return error
    }
  }
}

/// A value that several threads share.
final class Shared<Value: Sendable>: Sendable {
  let value: Mutex<Value>
  init(_ value: Value) { self.value = Mutex(value) }
}
