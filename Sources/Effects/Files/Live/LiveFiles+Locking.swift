#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LiveFiles {
  package func lock(
    _ path: String, as holder: String, waitingAtMost seconds: Double
  ) throws(FileError) -> FileLock {
    let deadline = monotonicSeconds() + seconds
    while true {
      let file = try Descriptor(opening: path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644)
      // Whoever removed the file before we locked it took the lock's meaning away: then the next turn makes
      // a new one.
      if try file.tryLock(), try FileIdentity(at: path)?.inode == file.status().inode {
        try file.replaceContent("\(getpid()) \(holder)\n")
        return FileLock(path, adopting: file.surrender())
      }
      guard monotonicSeconds() < deadline else { throw .locked(path: path, holder: try file.firstLine()) }
      pause(seconds: 0.02)
    }
  }
}

extension FileLock {
  /// A lock that is held by an open file.
  fileprivate convenience init(_ path: String, adopting number: Int32) {
    self.init(path) {
      // The name of a former holder would mislead. Closing alone would not always unlock at once: a program that is
      // just being started holds a copy of the descriptor for a moment. No failure here leaves more than that.
      _ = ftruncate(number, 0)
      _ = flock(number, LOCK_UN)
      _ = close(number)
    }
  }
}

extension Descriptor {
  /// Returns whether the lock is ours now.
  fileprivate func tryLock() throws(FileError) -> Bool {
    let number = number
    if uninterrupted({ flock(number, LOCK_EX | LOCK_NB) }) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw failure("flock") }
    return false
  }

  fileprivate func replaceContent(_ text: String) throws(FileError) {
    guard ftruncate(number, 0) == 0 else { throw failure("ftruncate") }
    try writeAll(Array(text.utf8).span)
  }

  /// The line that the holder wrote, as much of it as is worth showing.
  fileprivate func firstLine() throws(FileError) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = try readPiece(into: &buffer)
    return String(decoding: buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
