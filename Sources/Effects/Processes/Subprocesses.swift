/// Other programs.
package protocol Subprocesses: Sendable {
  /// Runs a program to its end and returns what it wrote, whatever its status.
  ///
  /// Blocks the calling thread. What the program leaves running in the background is not waited for, even
  /// where it holds on to the outputs.
  /// - Throws: `SubprocessError` when the program did not start, or wrote more than wanted.
  func run(_ command: Subprocess) throws(SubprocessError) -> SubprocessResult
}
