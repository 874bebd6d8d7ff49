import Foundation
import ReleaseSigning
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The stock `ssh-agent` in a folder of its own; it ends with this object.
final class AgentProcess: Sendable {
  let folder: ToolFolder
  private let process: Process
  private var socketPath: String { folder.url.appending(path: "agent").path }

  init() throws {
    folder = try ToolFolder()
    process = try folder.process("ssh-agent", ["-D", "-a", folder.url.appending(path: "agent").path])
    try process.run()
    for _ in 0..<1000 where !FileManager.default.fileExists(atPath: socketPath) { usleep(10_000) }
  }

  deinit {
    // Not a signal that can be blocked: the agent inherits the mask of whatever thread started it.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// Gives the agent the private key of a text.
  func add(_ text: String) throws {
    try folder.write(text, to: "added")
    try add(file: "added")
  }

  /// Gives the agent the private key of a file.
  func add(file: String) throws {
    try #require(try folder.run("ssh-add", "-q", file, environment: ["SSH_AUTH_SOCK": socketPath]) == 0)
  }

  /// Returns the agent's answer to a request.
  func ask(_ request: SSHAgentRequest) throws -> SSHAgentAnswer {
    let socket = try connected()
    defer { close(socket) }
    try send(request.frame(), to: socket)
    let header = try receive(SSHAgentAnswer.headerByteCount, from: socket)
    let count = try SSHAgentAnswer.bodyByteCount(header: header)
    return try SSHAgentAnswer(body: receive(count, from: socket))
  }

  private func connected() throws -> Int32 {
    #if canImport(Darwin)
      let socket = socket(AF_UNIX, SOCK_STREAM, 0)
    #else
      let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(socketPath.utf8)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path) }
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(socket, pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(result == 0)
    return socket
  }

  private func send(_ bytes: [UInt8], to socket: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(socket, $0.baseAddress, $0.count) }
      try #require(count > 0)
      rest.removeFirst(count)
    }
  }

  private func receive(_ count: Int, from socket: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    while bytes.count < count {
      let read = unsafe read(socket, &buffer, count - bytes.count)
      try #require(read > 0)
      bytes += buffer.prefix(read)
    }
    return bytes
  }
}
