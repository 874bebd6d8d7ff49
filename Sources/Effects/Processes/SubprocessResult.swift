/// How a program ended and what it wrote.
package struct SubprocessResult: Hashable, Sendable {
  /// The end of a program.
  package enum Status: Hashable, Sendable {
    /// It ended by itself with a status.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)
  }

  /// How it ended.
  package let status: Status
  /// Whether it was ended because its time was up, or because it was told to.
  package let didTimeOut: Bool
  /// What it wrote to its standard output.
  package let output: [UInt8]
  /// What it wrote to its standard error.
  package let errorOutput: [UInt8]
  /// How long it ran, in seconds.
  package let duration: Double

  /// A result of these parts.
  package init(
    status: Status, didTimeOut: Bool = false, output: [UInt8] = [], errorOutput: [UInt8] = [],
    duration: Double = 0
  ) {
    self.status = status
    self.didTimeOut = didTimeOut
    self.output = output
    self.errorOutput = errorOutput
    self.duration = duration
  }
}
