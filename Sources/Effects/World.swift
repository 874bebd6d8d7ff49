package import ReleaseSigning

/// All that is outside the program, in one value; a part of the program takes only what it needs of it.
package struct World: Sendable {
  /// The file system.
  package var files: any Files
  /// Other programs.
  package var subprocesses: any Subprocesses
  /// The network.
  package var network: any Network
  /// The time.
  package var clock: any WallClock
  /// Returns as many unforeseeable bytes as asked for.
  package var entropy: @Sendable (Int) -> [UInt8]
  /// The environment variables.
  package var environment: [String: String]
  /// The absolute path of the working directory.
  package var directory: String
  /// Whether a person types the standard input.
  package var isInputTerminal: Bool
  /// Secrets that the environment held.
  package var secrets = SecretVariables()
  /// Returns what an open descriptor gives, such as one that a passphrase comes through, to its end or to the end of its
  /// first line; throws `tooLarge` beyond so many bytes.
  package var readSecret:
    @Sendable (_ number: Int32, _ limit: Int, _ isLine: Bool) throws(FileError) -> SecretBytes = {
      number, _, _ throws(FileError) in throw .notFound(path: "descriptor \(number)")
    }
  /// Asks the person at the terminal for a secret; asked only where ``isInputTerminal``.
  package var askSecret: @Sendable (_ question: String) throws -> SecretBytes = { _ in
    throw FileError.notFound(path: "/dev/tty")
  }
  /// Programs of this machine that answer on a socket.
  package var sockets: any LocalSockets = LiveSockets()
  /// Returns the standard input to its end; throws `tooLarge` with the path `-` beyond so many bytes.
  package var readInput: @Sendable (_ limit: Int) throws(FileError) -> [UInt8]

  /// A world of these parts.
  package init(
    files: any Files, subprocesses: any Subprocesses, network: any Network, clock: any WallClock,
    entropy: @escaping @Sendable (Int) -> [UInt8] = randomBytes, environment: [String: String],
    directory: String,
    isInputTerminal: Bool = false, readInput: @escaping @Sendable (_ limit: Int) throws(FileError) -> [UInt8]
  ) {
    self.files = files
    self.subprocesses = subprocesses
    self.network = network
    self.clock = clock
    self.entropy = entropy
    self.environment = environment
    self.directory = directory
    self.isInputTerminal = isInputTerminal
    self.readInput = readInput
  }
}
