#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a child writes to one of its outputs, as it comes.
struct ChildOutput: ~Copyable {
  private(set) var bytes: [UInt8] = []
  private var ours: Descriptor
  private var childs: Descriptor
  private let limit: Int

  init(limit: Int, for program: String) throws(SubprocessError) {
    let pipe = try Pipe(for: program)
    pipe.readingEnd.stopBlocking()
    self.limit = limit
    ours = consume pipe.readingEnd
    childs = consume pipe.writingEnd
  }

  /// The descriptor for the child to write to.
  var childEnd: Int32 { childs.number }

  /// What to wait for; negative after the end.
  var pollNumber: Int32 { ours.number }

  /// Whether no process is left that could write more.
  var isAtEnd: Bool { ours.number < 0 }

  /// Leaves the writing end to the child alone, so that its end is the end of the output.
  mutating func childStarted() { childs.shut() }

  /// Takes in one piece of what is there; `false` when there is nothing now.
  ///
  /// - Throws: `tooMuchOutput`.
  mutating func takePiece(_ buffer: inout [UInt8], of program: String) throws(SubprocessError) -> Bool {
    let number = pollNumber
    let count = uninterrupted {
      unsafe buffer.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, $0.count) }
    }
    guard count > 0 else {
      if count == 0 { ours.shut() }
      return false
    }
    guard bytes.count + count <= limit else { throw .tooMuchOutput(program: program, limit: limit) }
    bytes += buffer[..<count]
    return true
  }

  /// Takes in what is there now, as much of it as a pipe holds at most.
  mutating func takeTheRest(_ buffer: inout [UInt8], of program: String) throws(SubprocessError) {
    for _ in 0..<16 {
      guard try takePiece(&buffer, of: program) else { return }
    }
  }
}
