#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, closed when its owner goes out of scope at the latest.
struct Descriptor: ~Copyable {
  /// The kernel's number; -1 when closed.
  private(set) var number: Int32
  /// What errors name.
  let path: String

  /// Opens a path; no program that we start inherits it, no terminal becomes ours, and no FIFO makes us wait.
  init(
    opening path: String, _ flags: Int32, mode: UInt32 = 0, for subject: String? = nil
  ) throws(FileError) {
    let flags = flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    self.number = try onPath(path, "open", for: subject) { unsafe open($0, flags, mode_t(mode)) }
    self.path = subject ?? path
  }

  /// Takes over a descriptor that is open.
  init(adopting number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit {
    if number >= 0 { _ = close(number) }
  }

  /// Closes the file now. Nothing is lost by a failure, as all that must reach the disk is synchronized
  /// before.
  mutating func shut() {
    if number >= 0 { _ = close(number) }
    number = -1
  }

  /// Gives the descriptor away, still open.
  consuming func surrender() -> Int32 {
    defer { number = -1 }
    return number
  }

  /// The error that `errno` stands for now.
  func failure(_ operation: String) -> FileError { FileError(operation, path, code: errno) }

  /// What the kernel knows about the file.
  func status() throws(FileError) -> FileIdentity {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw failure("fstat") }
    return FileIdentity(status)
  }

  /// What the kernel knows about the file, which must be a regular one.
  func regularFileStatus() throws(FileError) -> FileIdentity {
    let status = try status()
    guard status.kind == .file else { throw .notRegular(path: path, kind: status.kind) }
    return status
  }

  /// Brings the content to the disk itself; file systems without the notion are taken at their word.
  func synchronize() throws(FileError) {
    #if canImport(Darwin)
      if fcntl(number, F_FULLFSYNC) == 0 { return }
    #endif
    let number = number
    guard uninterrupted({ fsync(number) }) == 0 || errno == EINVAL else { throw failure("fsync") }
  }
}
