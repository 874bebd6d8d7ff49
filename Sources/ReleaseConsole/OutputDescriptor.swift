package import StrictJSON
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open file descriptor that is written to, such as stdout.
///
/// After a failure nothing more is written, and the failure is remembered: a run whose answer was lost must
/// not end as if it had been given.
package final class OutputDescriptor: Sendable {
  /// The process's stdout.
  package static let standardOutput = OutputDescriptor(1)
  /// The process's stderr.
  package static let standardError = OutputDescriptor(2)

  private let descriptor: Int32
  private let error = Atomic<Int32>(0)

  /// A descriptor that stays open for as long as this lives; it is not closed.
  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The `errno` of the write that failed, `nil` while all is well.
  package var failure: Int32? {
    let number = error.load(ordering: .acquiring)
    return number == 0 ? nil : number
  }

  /// Whether the reader has gone away (`EPIPE`), which is its right and no fault.
  package var isClosedByReader: Bool { failure == EPIPE }

  /// Whether a terminal is at the other end.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all bytes, however many calls that takes, unless a write has failed.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, failure == nil {
      let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { recover(from: count == 0 ? EIO : errno) }
    }
  }

  /// Makes writing to a pipe without reader an error instead of the end of the process. Processes that are
  /// started inherit this unless their starter resets it.
  package static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Waits where waiting helps, or remembers the failure.
  private func recover(from number: Int32) {
    switch number {
    case EINTR: break
    case EAGAIN:
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&request, 1, -1)
    default: error.store(number, ordering: .releasing)
    }
  }
}

extension Console {
  /// A console on the process's own stdout and stderr.
  package static func live(options: ConsoleOptions, now: @escaping @Sendable () -> Timestamp) -> Console {
    Console(
      options: options, standardOutput: OutputDescriptor.standardOutput.send,
      standardError: OutputDescriptor.standardError.send, now: now)
  }
}
