import Foundation

/// Who listens at a socket, and does to those who connect what a test has it do.
final class SocketPeer: Sendable {
  let path: String
  private let listener: Int32

  /// Listens, and accepts nobody.
  init(at path: String, backlog: Int32 = 8) throws {
    self.path = path
    listener = Self.newSocket()
    guard unsafe Self.call(bind, listener, path) == 0, listen(listener, backlog) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  /// Listens, and accepts one.
  convenience init(at path: String, conduct: @escaping @Sendable (PeerConnection) -> Void) throws {
    try self.init(at: path)
    serve(1, conduct: conduct)
  }

  /// Accepts so many, one after the other, on a thread of its own.
  func serve(
    _ guests: Int, after delay: Double = 0, conduct: @escaping @Sendable (PeerConnection) -> Void
  ) {
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: delay)
      for _ in 0..<guests {
        var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&waiting, 1, 60_000) > 0 else { return }
        conduct(PeerConnection(adopting: accept(listener, nil, nil)))
      }
    }
  }

  deinit { close(listener) }

  /// Connects to itself until there is no room for more, and returns those connections.
  func crowd() -> [PeerConnection] {
    var connections: [PeerConnection] = []
    while connections.count < 1000 {
      let number = Self.newSocket()
      _ = fcntl(number, F_SETFL, O_NONBLOCK)
      connections.append(PeerConnection(adopting: number))
      if unsafe Self.call(connect, number, path) != 0 { break }
    }
    return connections
  }

  private static func newSocket() -> Int32 {
    #if canImport(Glibc)
      return socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    #else
      return socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
  }

  private static func call(
    _ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ number: Int32, _ path: String
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    return unsafe withUnsafePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe function(number, address, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

/// The peer's end of a connection, which closes when nobody holds it.
final class PeerConnection: Sendable {
  private let number: Int32

  init(adopting number: Int32) {
    self.number = number
    #if canImport(Darwin)
      var isOn: Int32 = 1
      _ = unsafe setsockopt(number, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit { close(number) }

  /// Takes as many bytes as asked for, or all up to the end.
  @discardableResult
  func take(_ count: Int) -> [UInt8] {
    var taken: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while taken.count < count {
      let length = unsafe recv(number, &piece, min(piece.count, count - taken.count), 0)
      if length <= 0 { break }
      taken += piece[..<length]
    }
    return taken
  }

  /// Takes a request and returns all of it: four bytes that say how many follow, and those.
  func takeRequest() -> [UInt8] {
    let header = take(4)
    return header + take(header.announced)
  }

  /// Gives all bytes, and returns whether somebody was there to take them.
  @discardableResult
  func give(_ bytes: [UInt8]) -> Bool {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    var given = 0
    while given < bytes.count {
      let length = unsafe bytes[given...].withUnsafeBytes {
        unsafe send(number, $0.baseAddress, $0.count, flags)
      }
      if length <= 0 { return false }
      given += length
    }
    return true
  }

  /// Waits until the other side has closed the connection, and returns whether it did.
  @discardableResult
  func waitForTheEnd(atMost seconds: Double = 60) -> Bool {
    var waiting = pollfd(fd: number, events: 0, revents: 0)
    return unsafe poll(&waiting, 1, Int32(seconds * 1000)) > 0
  }
}

extension [UInt8] {
  /// The bytes with their number before them, in four bytes.
  var framed: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } + self }

  /// The number that the bytes are.
  var announced: Int { reduce(0) { $0 << 8 | Int($1) } }
}
