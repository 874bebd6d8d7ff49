internal import CLibc

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two ends of a pipe, neither of which a program inherits unless it is handed over.
struct Pipe: ~Copyable {
  let readingEnd: Descriptor
  let writingEnd: Descriptor

  init(for program: String) throws(SubprocessError) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let result = unsafe pipe(&ends)
      for end in ends where result == 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #else
      let result = unsafe pipe2(&ends, O_CLOEXEC)
    #endif
    guard result == 0 else { throw SubprocessError("pipe", program, code: errno) }
    readingEnd = Self.aboveStandardOnes(ends[0])
    writingEnd = Self.aboveStandardOnes(ends[1])
  }

  /// Moves a descriptor out of the range 0 to 2, where one end would overwrite another in the child.
  ///
  /// We get there when we were started with a standard stream closed.
  private static func aboveStandardOnes(_ number: Int32) -> Descriptor {
    let descriptor = Descriptor(adopting: number, path: "pipe")
    if number > 2 { return descriptor }
    return Descriptor(adopting: fcntl(number, F_DUPFD_CLOEXEC, 3), path: "pipe")
  }
}

extension Pipe {
  /// Lets more gather in the pipe than fits by default, where the kernel can and may do that.
  func widen() {
    #if os(Linux)
      _ = fcntl(readingEnd.number, F_SETPIPE_SZ_LINUX, 1 << 20)
    #endif
  }
}

extension Descriptor {
  /// Makes reads and writes of our end return at once.
  func stopBlocking() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }
}

extension SubprocessError {
  /// The fact behind the `errno` of a failed system call.
  init(_ operation: String, _ program: String, code: Int32) {
    self = .system(program: program, operation: operation, code: code, message: systemMessage(code))
  }
}
