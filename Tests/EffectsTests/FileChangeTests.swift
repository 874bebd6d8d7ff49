import Foundation
import ReleaseSigning
import Synchronization
import Testing

@testable import Effects

@Suite("Files that change or fail while they are digested", .serialized, .timeLimit(.minutes(20)))
struct FileChangeTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  private static let changed = FileObstacle.failed(.changedWhileRead(path: "a"))

  /// Digests `size` bytes, which are to come in pieces as long as `pieces` say.
  private func digest(size: Int64, pieces: [Int], then failure: FileError? = nil) throws -> Digest {
    var reader = FileReader(below: -1)
    var rest = pieces[...]
    return try reader.digest(of: size, at: "a") { buffer, most throws(FileError) in
      if rest.isEmpty, let failure { throw failure }
      let count = min(rest.popFirst() ?? 0, most)
      for place in 0..<count { buffer[place] = 7 }
      return count
    }
  }

  @Test func `short reads add up`() throws {
    #expect(try digest(size: 10, pieces: [3, 6, 1]) == .sha256([UInt8](repeating: 7, count: 10)))
    #expect(try digest(size: 0, pieces: []) == .sha256([]))
  }

  @Test func `an end that comes early, and one that does not come, are changes`() throws {
    #expect(throws: Self.changed) { try digest(size: 10, pieces: [3, 6]) }
    #expect(throws: Self.changed) { try digest(size: 10, pieces: [3, 8]) }
    #expect(throws: Self.changed) { try digest(size: 10, pieces: [10, 1]) }
    #expect(throws: Self.changed) { try digest(size: 0, pieces: [1]) }
  }

  @Test func `a file that never ends is given up after one byte too many`() throws {
    var (reader, total) = (FileReader(below: -1), 0)
    #expect(throws: Self.changed) {
      try reader.digest(of: 1_000_000, at: "a") { _, most throws(FileError) in
        total += most
        return most
      }
    }
    #expect(total == 1_000_001)
  }

  @Test(arguments: [[], [3], [3, 6, 1]])
  func `a read error is itself, whatever came before it`(pieces: [Int]) throws {
    let failure = FileError.system(path: "a", operation: "read", code: EIO, message: "broken disk")
    #expect(throws: FileObstacle.failed(failure)) { try digest(size: 10, pieces: pieces, then: failure) }
  }

  @Test func `a file that grows meanwhile has no digest`() throws {
    let found = try finding { path in
      let handle = try #require(FileHandle(forUpdatingAtPath: path))
      handle.seekToEndOfFile()
      handle.write(Data([1]))
    }
    #expect(found == .failure(Self.changed))
  }

  @Test func `a file that is cut meanwhile has no digest`() throws {
    let found = try finding { path in
      let handle = try #require(FileHandle(forUpdatingAtPath: path))
      let end = handle.seekToEndOfFile()
      handle.truncateFile(atOffset: end > 20 << 20 ? end - 1 : 32 << 20)
    }
    #expect(found == .failure(Self.changed))
  }

  @Test func `a file that is written over meanwhile has no digest`() throws {
    let found = try finding { path in
      let handle = try #require(FileHandle(forUpdatingAtPath: path))
      handle.write(Data([UInt8.random(in: 0...255)]))
    }
    #expect(found == .failure(Self.changed))
  }

  @Test func `a file that another one takes the place of meanwhile is never half of each`() throws {
    let (first, second) = (String(repeating: "x", count: 8 << 20), String(repeating: "y", count: 8 << 20))
    _ = try (scratch.file("a", first), scratch.file("1", first), scratch.file("2", second))
    let whole = [first, second].map { text in
      Result<HashedFile, FileObstacle>.success(
        HashedFile(digest: .sha256(Array(text.utf8)), size: 8 << 20, isExecutable: false))
    }
    let scratch = scratch
    try Meanwhile.doing({
      for name in ["1", "2"] {
        try scratch.shell("ln \(name) next; mv -f next a")
      }
    }) {
      for _ in 1...20 {
        let found = try files.inspect(scratch.path, for: [WantedFile("a")], surplus: nil).findings[0]
        #expect(whole.contains(found) || found == .failure(Self.changed))
      }
    }
  }

  /// What is found of a large file while something is done to it again and again: the first failure, as a thread that
  /// the system does not let run changes nothing for a while.
  private func finding(
    while change: @escaping @Sendable (String) throws -> Void
  ) throws -> Result<HashedFile, FileObstacle>? {
    let path = try scratch.file("a", String(repeating: "x", count: 32 << 20))
    return try Meanwhile.doing({ try change(path) }) {
      for _ in 1...100 {
        let found = try files.inspect(scratch.path, for: [WantedFile("a")], surplus: nil).findings.first
        if case .failure = found { return found }
      }
      return nil
    }
  }
}

/// Two things at a time.
enum Meanwhile {
  /// Does something while another thread does something else again and again.
  static func doing<Result>(
    _ disturb: @escaping @Sendable () throws -> Void, _ body: () throws -> Result
  ) throws -> Result {
    let (isDone, failures) = (Shared(false), Shared<[any Error]>([]))
    let (hasStarted, hasEnded) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      while !isDone.value.withLock({ $0 }) {
        do { try disturb() } catch { failures.value.withLock { $0.append(error) } }
        hasStarted.signal()
      }
      hasEnded.signal()
    }
    hasStarted.wait()
    defer {
      isDone.value.withLock { $0 = true }
      hasEnded.wait()
      #expect(failures.value.withLock { $0.isEmpty })
    }
    return try body()
  }
}
