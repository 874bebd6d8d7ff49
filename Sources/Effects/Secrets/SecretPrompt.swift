package import ReleaseSigning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks the person at the terminal for a secret.
package enum SecretPrompt {
  /// The longest secret that is read, in bytes.
  package static let longest = 1024

  /// Shows a question on the terminal and returns the line that is typed there, unseen and without its end.
  ///
  /// - Throws: `FileError` when the process has no terminal, `CancellationError` for Ctrl-C, which must not leave the
  ///   terminal mute.
  package static func ask(_ question: String) throws -> SecretBytes {
    let terminal = try Descriptor(opening: "/dev/tty", O_RDWR)
    let number = terminal.number
    // Opened so as not to wait; reading a line is waiting.
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK)
    try terminal.writeAll(Array(question.utf8).span)
    let echo = try TerminalEcho(off: terminal)
    defer { echo.restore() }
    let line = try SecretBytes(capacity: longest) { span in try readLine(from: terminal, into: &span) }
    try terminal.writeAll([UInt8(ascii: "\n")].span)
    return line
  }

  private static func readLine(from terminal: borrowing Descriptor, into span: inout OutputRawSpan) throws {
    var byte: [UInt8] = [0]
    defer { byte[0] = 0 }
    while try terminal.readPiece(into: &byte) == 1, byte[0] != UInt8(ascii: "\n") {
      guard byte[0] != TerminalEcho.interrupt else { throw CancellationError() }
      guard span.byteCount < longest else { throw FileError.tooLarge(path: terminal.path, limit: longest) }
      span.append(byte[0])
    }
  }
}

/// A terminal that does not show what is typed, until it is told to again.
private struct TerminalEcho {
  /// What Ctrl-C sends.
  static let interrupt: UInt8 = 3

  private let number: Int32
  private let before: termios

  init(off terminal: borrowing Descriptor) throws(FileError) {
    number = terminal.number
    var settings = termios()
    guard unsafe tcgetattr(number, &settings) == 0 else { throw terminal.failure("tcgetattr") }
    before = settings
    settings.c_lflag &= ~tcflag_t(ECHO)
    // Ctrl-C is a byte that ends the line then, and no signal.
    settings.c_lflag &= ~tcflag_t(ISIG)
    unsafe withUnsafeMutableBytes(of: &settings.c_cc) { unsafe $0[Int(VEOL)] = Self.interrupt }
    guard unsafe tcsetattr(number, TCSAFLUSH, &settings) == 0 else { throw terminal.failure("tcsetattr") }
  }

  func restore() {
    var settings = before
    _ = unsafe tcsetattr(number, TCSAFLUSH, &settings)
  }
}
