/// The sockets of the machine.
package struct LiveSockets: LocalSockets {
  /// The sockets of the machine.
  package init() {}

  package func ask(
    _ request: [UInt8], at path: String, header: Int, body: ([UInt8]) throws -> Int, timeout: Double
  ) throws -> [UInt8] {
    let connection = try SocketConnection.open(to: path, until: SocketDeadline(path, seconds: timeout))
    try connection.send(request)
    return try connection.receive(body(connection.receive(header)))
  }
}

/// The one end of an exchange, however many steps it has.
struct SocketDeadline {
  private let path: String
  private let seconds: Double
  private let end: Double

  /// The end of an exchange that starts now.
  init(_ path: String, seconds: Double) {
    (self.path, self.seconds) = (path, seconds)
    end = monotonicSeconds() + seconds
  }

  /// Returns how many seconds are left, which is more than none.
  ///
  /// - Throws: `timedOut`.
  func remaining() throws(SocketError) -> Double {
    let remaining = end - monotonicSeconds()
    guard remaining > 0 else { throw .timedOut(path: path, seconds: seconds) }
    return remaining
  }
}
