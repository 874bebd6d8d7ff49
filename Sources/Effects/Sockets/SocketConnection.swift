#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A connection that ends with its owner, and of which no step blocks beyond its deadline.
struct SocketConnection: ~Copyable {
  /// Between two tries of a connection that nobody has room for yet, in seconds.
  private static var patience: Double { 0.01 }
  /// How many bytes to take at once.
  private static var pieceByteCount: Int { 1 << 16 }

  private let descriptor: Descriptor
  private let deadline: SocketDeadline
  private var path: String { descriptor.path }

  /// Connects to who listens at a path.
  static func open(to path: String, until deadline: SocketDeadline) throws(SocketError) -> SocketConnection {
    let address = try SocketAddress(path)
    let connection = SocketConnection(descriptor: try Descriptor.socket(for: path), deadline: deadline)
    try connection.connect(to: address)
    return connection
  }

  private func connect(to address: SocketAddress) throws(SocketError) {
    while true {
      let remaining = try deadline.remaining()
      switch address.reach(with: descriptor) {
      case 0, EISCONN: return
      case EINTR: continue
      // Linux says so of a full queue, and has nothing that would tell when there is room.
      case EAGAIN: pause(seconds: min(remaining, Self.patience))
      case EINPROGRESS, EALREADY: return try finishConnecting()
      case let code: throw SocketError(path, code: code)
      }
    }
  }

  private func finishConnecting() throws(SocketError) {
    while try !isReady(POLLOUT) {}
    let code = descriptor.pendingError
    guard code == 0 else { throw SocketError(path, code: code) }
  }

  /// Sends all bytes.
  func send(_ bytes: [UInt8]) throws(SocketError) {
    var sent = 0
    while sent < bytes.count {
      let rest = bytes.span.extracting(sent...)
      sent += try transfer(POLLOUT) { number in
        unsafe rest.withUnsafeBytes { unsafe sendQuietly(number, $0) }
      }
    }
  }

  /// Returns as many bytes as asked for, and takes memory only as they come.
  ///
  /// - Throws: `closed` when there are fewer, `timedOut`, `unreachable`.
  func receive(_ count: Int) throws(SocketError) -> [UInt8] {
    var received: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: max(0, min(count, Self.pieceByteCount)))
    while received.count < count {
      let wanted = min(piece.count, count - received.count)
      let length = try transfer(POLLIN) { number in
        unsafe piece.withUnsafeMutableBytes { unsafe recv(number, $0.baseAddress, wanted, 0) }
      }
      guard length > 0 else { throw .closed(path: path) }
      received += piece[..<length]
    }
    return received
  }

  /// Makes a system call again and again until it does something, and returns how many bytes it moved.
  private func transfer(_ event: Int32, _ call: (Int32) -> Int) throws(SocketError) -> Int {
    while true {
      // Also before bytes that are there already: who drips them one by one must not keep us.
      _ = try deadline.remaining()
      let count = call(descriptor.number)
      if count >= 0 { return count }
      let code = errno
      guard code == EAGAIN || code == EINTR else { throw SocketError(path, code: code) }
      _ = try isReady(event)
    }
  }

  /// Waits for an event, and returns whether it came; a signal or the longest wait of the kernel end that early.
  private func isReady(_ event: Int32) throws(SocketError) -> Bool {
    let milliseconds = min(try deadline.remaining() * 1000, 3_600_000).rounded(.up)
    var waiting = pollfd(fd: descriptor.number, events: Int16(event), revents: 0)
    let count = unsafe poll(&waiting, 1, Int32(milliseconds))
    guard count >= 0 || errno == EINTR else { throw SocketError(path, code: errno) }
    return count > 0
  }
}

/// Sends what there is room for, without the signal that would end a program whose peer is gone.
private func sendQuietly(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    let flags: Int32 = 0
  #else
    let flags = Int32(MSG_NOSIGNAL)
  #endif
  return unsafe send(number, bytes.baseAddress, bytes.count, flags)
}
