import Effects
import Foundation
import Synchronization
import Testing

@Suite("Locks")
struct FileLockTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  @Test func `a held lock keeps others out and tells them who has it`() throws {
    let path = scratch.at("lock")
    let lock = try files.lock(path, as: "release promote", waitingAtMost: 0)
    let holder = "\(ProcessInfo.processInfo.processIdentifier) release promote"
    #expect(throws: FileError.locked(path: path, holder: holder)) {
      try files.lock(path, as: "another", waitingAtMost: 0)
    }
    lock.unlock()
    #expect(try scratch.text("lock") == "")
  }

  @Test func `another process is kept out, and let in afterwards`() throws {
    let lock = try files.lock(scratch.at("lock"), as: "us", waitingAtMost: 0)
    #expect(try scratch.shell("flock -n lock true || echo taken") == "taken\n")
    lock.unlock()
    #expect(try scratch.shell("flock -n lock echo free") == "free\n")
  }

  @Test func `a forgotten lock is released`() throws {
    _ = try files.lock(scratch.at("lock"), as: "us", waitingAtMost: 0)
    #expect(try scratch.shell("flock -n lock echo free") == "free\n")
  }

  @Test func `programs that we start do not inherit the lock`() throws {
    let lock = try files.lock(scratch.at("lock"), as: "us", waitingAtMost: 0)
    let child = try Holder(running: "exec cat", in: scratch)
    lock.unlock()
    #expect(try scratch.shell("flock -n lock echo free") == "free\n")
    child.kill()
  }

  @Test func `a lock of a process that was killed is free`() throws {
    let path = scratch.at("lock")
    let other = try Holder(running: "exec flock --no-fork lock cat", in: scratch)
    #expect(throws: FileError.locked(path: path, holder: "")) {
      try files.lock(path, as: "us", waitingAtMost: 0)
    }
    other.kill()
    try files.lock(path, as: "us", waitingAtMost: 5).unlock()
  }

  @Test func `a lock that is released in time is waited for`() throws {
    let path = scratch.at("lock")
    let lock = try files.lock(path, as: "first", waitingAtMost: 0)
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.2)
      lock.unlock()
    }
    let started = Date()
    try files.lock(path, as: "second", waitingAtMost: 10).unlock()
    #expect(Date().timeIntervalSince(started) >= 0.15)
  }

  @Test func `a lock file that was removed under its holder locks nobody out for ever`() throws {
    let old = try files.lock(scratch.at("lock"), as: "old", waitingAtMost: 0)
    try files.remove(scratch.at("lock"))
    try files.lock(scratch.at("lock"), as: "new", waitingAtMost: 0).unlock()
    old.unlock()
  }

  @Test func `a link in the place of the lock file is not followed`() throws {
    let link = try scratch.link("lock", to: "elsewhere")
    #expect(throws: FileError.notRegular(path: link, kind: .symlink)) {
      try files.lock(link, as: "us", waitingAtMost: 0)
    }
    #expect(try scratch.names == ["lock"])
  }

  @Test func `unlocking twice runs the release once`() {
    let count = Shared(0)
    let lock = FileLock("lock") { count.value.withLock { $0 += 1 } }
    lock.unlock()
    lock.unlock()
    #expect(count.value.withLock { $0 } == 1)
  }
}

/// A process in the background, once it has started to do what it is for.
final class Holder {
  private let process = Process()

  /// Starts a script that, when it is ready, echoes its input.
  init(running script: String, in scratch: Scratch) throws {
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: scratch.path)
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    input.fileHandleForWriting.write(Data("ready".utf8))
    _ = output.fileHandleForReading.availableData
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }
}
