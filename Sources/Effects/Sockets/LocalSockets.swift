/// Programs of this machine that answer on a socket that is a file.
package protocol LocalSockets: Sendable {
  /// Sends a request and returns the body of its answer, which has a header of fixed length before it.
  ///
  /// Blocks the calling thread.
  ///
  /// - Parameters:
  ///   - header: how many bytes the header has.
  ///   - body: returns how many bytes follow a header.
  ///   - timeout: how many seconds all of it may take, from the first step to the last byte of the answer: a person
  ///     may be asked to confirm.
  /// - Throws: `SocketError`, or what `body` throws.
  func ask(
    _ request: [UInt8], at path: String, header: Int, body: ([UInt8]) throws -> Int, timeout: Double
  ) throws -> [UInt8]
}

/// Why a socket gave no answer.
package enum SocketError: Error, Hashable {
  /// Nobody listens there, the user may not ask, or the system cannot do it now; what the system calls it.
  case unreachable(path: String, message: String)
  /// The other side closed the connection before its answer was whole.
  case closed(path: String)
  /// The answer was not whole in time.
  case timedOut(path: String, seconds: Double)
}
