#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension World {
  /// Returns the world that the process lives in.
  ///
  /// The network is passed in: its implementation is a room of its own.
  /// - Throws: what is wrong with the working directory.
  package static func live(network: any Network) throws(FileError) -> World {
    let environment = ProcessInfo.processInfo.environment
    var world = World(
      files: LiveFiles(temporaryRoot: environment["TMPDIR"] ?? "/tmp"),
      subprocesses: LiveSubprocesses(inheriting: environment), network: network, clock: LiveClock(),
      environment: environment, directory: try workingDirectory(), isInputTerminal: isatty(STDIN_FILENO) == 1,
      readInput: { limit throws(FileError) in try readAll(STDIN_FILENO, path: "-", limit: limit) })
    world.readDescriptor = { number, limit throws(FileError) in
      try readAll(number, path: "descriptor \(number)", limit: limit)
    }
    return world
  }

  /// Ours is a second descriptor of the same stream: closing it leaves the stream itself open.
  private static func readAll(_ descriptor: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
    let number = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else { throw FileError("dup", path, code: errno) }
    return try Descriptor(adopting: number, path: path).readAll(limit: limit)
  }

  private static func workingDirectory() throws(FileError) -> String {
    guard let path = unsafe getcwd(nil, 0) else { throw FileError("getcwd", ".", code: errno) }
    defer { unsafe free(path) }
    guard let text = unsafe String(validatingCString: path) else { throw .invalidName(path: ".") }
    return text
  }
}
