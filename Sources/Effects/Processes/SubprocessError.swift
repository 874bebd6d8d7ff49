/// Why a program did not run to its end.
package enum SubprocessError: Error, Hashable {
  /// No such program, at its path or on the `PATH`.
  case programNotFound(String)
  /// The file is there and may not be executed.
  case programNotExecutable(String)
  /// The working directory is not there, or no folder.
  case directoryNotFound(String)
  /// There is no program to run, or an argument or variable that no program can be given: it holds a zero
  /// byte, or is a variable whose name is empty or holds `=`.
  case invalidArgument(program: String, String)
  /// It wrote more than wanted, in bytes, and was ended.
  case tooMuchOutput(program: String, limit: Int)
  /// The kernel refused: its `errno` and what it calls that.
  case system(program: String, operation: String, code: Int32, message: String)
}
