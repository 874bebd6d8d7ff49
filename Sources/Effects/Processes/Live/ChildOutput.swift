#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a child writes to one of its outputs, as it comes.
struct ChildOutput: ~Copyable {
  private var count = 0
  /// Whether much has come, and the last piece of it was small: waiting a little lets a larger one gather.
  private(set) var trickles = false
  private var ours: Descriptor
  private var childs: Descriptor
  private let limit: Int

  init(limit: Int, for program: String) throws(SubprocessError) {
    let pipe = try Pipe(for: program)
    pipe.readingEnd.stopBlocking()
    pipe.widen()
    self.limit = limit
    ours = consume pipe.readingEnd
    childs = consume pipe.writingEnd
  }

  private static let much = 1 << 18
  private static let large = 1 << 15

  /// The descriptor for the child to write to.
  var childEnd: Int32 { childs.number }

  /// What to wait for; negative after the end.
  var pollNumber: Int32 { ours.number }

  /// Whether no process is left that could write more.
  var isAtEnd: Bool { ours.number < 0 }

  /// Leaves the writing end to the child alone, so that its end is the end of the output.
  mutating func childStarted() { childs.shut() }

  /// Takes one piece of what is there and hands it on; `false` when there is nothing now.
  ///
  /// - Throws: `tooMuchOutput`.
  mutating func takePiece(
    _ buffer: inout [UInt8], of program: String, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> Bool {
    let number = pollNumber
    let size = uninterrupted {
      unsafe buffer.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, $0.count) }
    }
    guard size > 0 else {
      if size == 0 { ours.shut() }
      return false
    }
    count += size
    trickles = count > Self.much && size < Self.large
    guard count <= limit else { throw .tooMuchOutput(program: program, limit: limit) }
    take(buffer[..<size])
    return true
  }

  /// Takes what is there now, as much of it as a pipe holds at most.
  mutating func takeTheRest(
    _ buffer: inout [UInt8], of program: String, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) {
    for _ in 0..<16 {
      guard try takePiece(&buffer, of: program, handingOn: take) else { return }
    }
  }
}
