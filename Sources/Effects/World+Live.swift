internal import ReleaseSigning

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
  /// - Parameter secrets: what was taken out of the environment before.
  /// - Throws: what is wrong with the working directory.
  package static func live(
    network: any Network, secrets: SecretVariables = SecretVariables()
  ) throws(FileError) -> World {
    var environment = ProcessInfo.processInfo.environment
    // A variable that should name a key and holds it is taken at its word.
    for name in ["RELEASE_KEY", "RELEASE_LEDGER_KEY"] where secrets[name] != nil {
      environment[name] = "env:\(name)"
    }
    var world = World(
      files: LiveFiles(temporaryRoot: environment["TMPDIR"] ?? "/tmp"),
      subprocesses: LiveSubprocesses(inheriting: environment), network: network, clock: LiveClock(),
      environment: environment, directory: try workingDirectory(), isInputTerminal: isatty(STDIN_FILENO) == 1,
      readInput: { limit throws(FileError) in try duplicate(STDIN_FILENO, path: "-").readAll(limit: limit) })
    world.secrets = secrets
    world.readSecret = { number, limit, isLine throws(FileError) in
      try duplicate(number, path: "descriptor \(number)").readSecret(limit: limit, isLine: isLine)
    }
    world.askSecret = SecretPrompt.ask
    return world
  }

  /// A second descriptor of the same stream: closing it leaves the stream itself open.
  private static func duplicate(_ descriptor: Int32, path: String) throws(FileError) -> Descriptor {
    let number = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else { throw FileError("dup", path, code: errno) }
    return Descriptor(adopting: number, path: path)
  }

  private static func workingDirectory() throws(FileError) -> String {
    guard let path = unsafe getcwd(nil, 0) else { throw FileError("getcwd", ".", code: errno) }
    defer { unsafe free(path) }
    guard let text = unsafe String(validatingCString: path) else { throw .invalidName(path: ".") }
    return text
  }
}
