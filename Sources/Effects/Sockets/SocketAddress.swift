#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a socket that is a file is, in the form that the kernel takes.
struct SocketAddress {
  private var address = sockaddr_un()

  /// The address of a path, which has to fit into it with the zero byte at its end.
  ///
  /// - Throws: `unreachable`.
  init(_ path: String) throws(SocketError) {
    let bytes = Array(path.utf8)
    // Linux takes an empty path for a name outside the file system, which anybody may have.
    guard !bytes.isEmpty else { throw SocketError(path, code: ENOENT) }
    guard !bytes.contains(0) else { throw SocketError(path, code: EINVAL) }
    address.sun_family = sa_family_t(AF_UNIX)
    let fits = unsafe withUnsafeMutableBytes(of: &address.sun_path) { place in
      guard bytes.count < place.count else { return false }
      unsafe place.copyBytes(from: bytes)
      return true
    }
    guard fits else { throw SocketError(path, code: ENAMETOOLONG) }
  }

  /// Connects an open socket, and returns the `errno` of that; 0 when it is connected.
  func reach(with socket: borrowing Descriptor) -> Int32 {
    let number = socket.number
    return unsafe withUnsafePointer(to: address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        let result = unsafe connect(number, address, socklen_t(MemoryLayout<sockaddr_un>.size))
        return result == 0 ? 0 : errno
      }
    }
  }
}

extension SocketError {
  /// The fact behind the `errno` of a failed system call.
  init(_ path: String, code: Int32) {
    switch code {
    case EPIPE, ECONNRESET: self = .closed(path: path)
    default: self = .unreachable(path: path, message: systemMessage(code))
    }
  }
}

extension Descriptor {
  /// A socket whose calls return at once and raise no signal, and that no program that we start inherits.
  static func socket(for path: String) throws(SocketError) -> Descriptor {
    let number = newSocket()
    guard number >= 0 else { throw SocketError(path, code: errno) }
    let descriptor = Descriptor(adopting: number, path: path)
    #if canImport(Darwin)
      var isOn: Int32 = 1
      _ = fcntl(number, F_SETFD, FD_CLOEXEC)
      _ = unsafe setsockopt(number, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
      descriptor.stopBlocking()
    #endif
    return descriptor
  }

  /// The failure of an earlier step that the kernel kept for us, as an `errno`; 0 when there is none.
  var pendingError: Int32 {
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return unsafe getsockopt(number, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno
  }
}

private func newSocket() -> Int32 {
  #if canImport(Glibc)
    let flags = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    return socket(AF_UNIX, Int32(flags), 0)
  #elseif canImport(Musl)
    return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)
  #else
    return socket(AF_UNIX, SOCK_STREAM, 0)
  #endif
}
