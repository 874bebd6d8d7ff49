#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a child reads, on its way.
struct ChildInput: ~Copyable {
  // Both ends stay open here: a pipe that still has a reader, if only us, never raises `SIGPIPE`, also when
  // the child ends without reading. The child's end of file comes when the last *writing* end is closed.
  private var readingEnd: Descriptor
  private var writingEnd: Descriptor
  private let bytes: [UInt8]
  private var sent = 0

  init(_ bytes: [UInt8], for program: String) throws(SubprocessError) {
    self.bytes = bytes
    let pipe = try Pipe(for: program)
    pipe.writingEnd.stopBlocking()
    readingEnd = consume pipe.readingEnd
    writingEnd = consume pipe.writingEnd
  }

  /// The descriptor for the child to read from.
  var childEnd: Int32 { readingEnd.number }

  /// What to wait for; negative when all is sent.
  var pollNumber: Int32 { writingEnd.number }

  /// Sends as much as the pipe takes now.
  mutating func sendMore() {
    sent += max(sendPiece(), 0)
    guard sent == bytes.count else { return }
    writingEnd.shut()
    readingEnd.shut()
  }

  private func sendPiece() -> Int {
    let rest = bytes.span.extracting(sent...)
    let number = pollNumber
    return uninterrupted { unsafe rest.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) } }
  }
}
