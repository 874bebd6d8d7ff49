/// A program to run.
package struct Subprocess: Hashable, Sendable {
  /// The program and its arguments; no shell sees them. A program without `/` is looked up in the `PATH` of
  /// its environment, of which only absolute entries count.
  package var argv: [String]
  /// The working directory; `nil` is ours.
  package var directory: String?
  /// The whole environment; `nil` is ours.
  package var environment: [String: String]?
  /// What the program reads from its standard input.
  package var input: [UInt8]
  /// How many seconds it may run; `nil` is for ever.
  package var timeout: Double?
  /// The longest output to accept, in bytes, of each of the two.
  package var outputLimit: Int
  /// Whether it leads a process group, which a time-out ends as a whole. Programs that may ask the user
  /// something on the terminal cannot.
  package var startsOwnProcessGroup: Bool
  /// What tells it to end before its time.
  package var cancellation: Cancellation?

  /// A program of these parts.
  package init(
    argv: [String], directory: String? = nil, environment: [String: String]? = nil, input: [UInt8] = [],
    timeout: Double? = nil, outputLimit: Int = 64 << 20, startsOwnProcessGroup: Bool = true,
    cancellation: Cancellation? = nil
  ) {
    self.argv = argv
    self.directory = directory
    self.environment = environment
    self.input = input
    self.timeout = timeout
    self.outputLimit = outputLimit
    self.startsOwnProcessGroup = startsOwnProcessGroup
    self.cancellation = cancellation
  }
}
