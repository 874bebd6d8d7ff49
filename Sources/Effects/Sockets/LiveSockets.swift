#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The sockets of the machine.
package struct LiveSockets: LocalSockets {
  /// The sockets of the machine.
  package init() {}

  package func ask(
    _ request: [UInt8], at path: String, header: Int, body: ([UInt8]) throws -> Int, timeout: Double
  ) throws -> [UInt8] {
    let connection = try SocketConnection(to: path, until: monotonicSeconds() + timeout, timeout)
    try connection.send(request)
    return try connection.receive(body(connection.receive(header)))
  }
}

/// A connection that ends with its owner.
private struct SocketConnection: ~Copyable {
  private let descriptor: Descriptor
  private let path: String
  private let deadline: Double
  private let timeout: Double

  init(to path: String, until deadline: Double, _ timeout: Double) throws(SocketError) {
    descriptor = try Self.connected(to: path)
    (self.path, self.deadline, self.timeout) = (path, deadline, timeout)
  }

  private static func connected(to path: String) throws(SocketError) -> Descriptor {
    let number = openSocket()
    guard number >= 0 else { throw .unreachable(path: path, message: systemMessage(errno)) }
    let descriptor = Descriptor(adopting: number, path: path)
    guard var address = address(path) else {
      throw .unreachable(path: path, message: systemMessage(ENAMETOOLONG))
    }
    let result = unsafe withUnsafePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        uninterrupted { unsafe connect(number, address, socklen_t(MemoryLayout<sockaddr_un>.size)) }
      }
    }
    guard result == 0 else { throw .unreachable(path: path, message: systemMessage(errno)) }
    return descriptor
  }

  private static func openSocket() -> Int32 {
    #if canImport(Glibc)
      return socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    #elseif canImport(Musl)
      return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)
    #else
      return socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
  }

  /// The address of a socket file, whose path has to fit into it with the zero byte at its end.
  private static func address(_ path: String) -> sockaddr_un? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = unsafe withUnsafeMutableBytes(of: &address.sun_path) { place in
      guard bytes.count < place.count, !bytes.contains(0) else { return false }
      unsafe place.copyBytes(from: bytes)
      return true
    }
    return fits ? address : nil
  }

  func send(_ bytes: [UInt8]) throws(SocketError) {
    do { try descriptor.writeAll(bytes.span) } catch { throw .closed(path: path) }
  }

  func receive(_ count: Int) throws(SocketError) -> [UInt8] {
    var received: [UInt8] = []
    while received.count < count {
      try waitForBytes()
      var piece = [UInt8](repeating: 0, count: count - received.count)
      let length: Int
      do { length = try descriptor.readPiece(into: &piece) } catch { throw .closed(path: path) }
      guard length > 0 else { throw .closed(path: path) }
      received += piece[..<length]
    }
    return received
  }

  private func waitForBytes() throws(SocketError) {
    var waiting = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
    let left = max(0, deadline - monotonicSeconds())
    let ready = uninterrupted { unsafe poll(&waiting, 1, Int32(min(left * 1000, 3_600_000))) }
    guard ready > 0 else { throw .timedOut(path: path, seconds: timeout) }
  }
}
