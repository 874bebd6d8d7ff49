#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Repeats a system call for as long as signals interrupt it.
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Makes a system call on a path, which the kernel gets byte for byte.
///
/// - Parameter subject: the path to name in errors, where it is not the one that is passed.
/// - Throws: `invalidName` for a zero byte, which would end the path early; what `errno` says otherwise.
@safe @discardableResult
func onPath(
  _ path: String, _ operation: String, for subject: String? = nil, _ call: (UnsafePointer<CChar>) -> Int32
) throws(FileError) -> Int32 {
  guard !path.utf8.contains(0) else { throw .invalidName(path: subject ?? path) }
  let result = uninterrupted { unsafe path.withCString { unsafe call($0) } }
  guard result != -1 else { throw FileError(operation, subject ?? path, code: errno) }
  return result
}

/// Returns what the system calls an `errno`.
func systemMessage(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }

/// The monotonic clock, in nanoseconds since a fixed instant of its own.
func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// The monotonic clock, in seconds.
func monotonicSeconds() -> Double { Double(monotonicNanoseconds()) / 1e9 }

/// Blocks the calling thread for a span below one second, or until a signal arrives.
func pause(seconds: Double) {
  var span = timespec(tv_sec: 0, tv_nsec: Int(seconds * 1e9))
  _ = unsafe nanosleep(&span, nil)
}
