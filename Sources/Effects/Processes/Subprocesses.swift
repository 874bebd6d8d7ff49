/// Other programs.
package protocol Subprocesses: Sendable {
  /// Runs a program to its end, hands on piece by piece what it writes to its standard output, and returns how it
  /// ended, whatever its status; the result's own `output` is empty.
  ///
  /// Blocks the calling thread. What the program leaves running in the background is not waited for, even
  /// where it holds on to the outputs.
  /// - Throws: `SubprocessError` when the program did not start, or wrote more than wanted.
  func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult
}

extension Subprocesses {
  /// Runs a program to its end and returns what it wrote, whatever its status.
  ///
  /// - Throws: `SubprocessError` as ``run(_:handingOn:)`` does.
  package func run(_ command: Subprocess) throws(SubprocessError) -> SubprocessResult {
    var output: [UInt8] = []
    let result = try run(command) { output += $0 }
    return SubprocessResult(
      status: result.status, didTimeOut: result.didTimeOut, output: output, errorOutput: result.errorOutput,
      duration: result.duration)
  }
}
