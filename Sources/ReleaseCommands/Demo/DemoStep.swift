internal import ReleaseConsole

/// A step of the demo: something to say, or something to run and the exit status that is due.
enum DemoStep: Sendable {
  /// A heading.
  case title(String)
  /// Write a file below the folder.
  case write(String, text: String, isProgram: Bool)
  /// Run git, quietly when nothing is to be seen.
  case git([String])
  /// Run a program of the system.
  case program([String], expecting: Int32)
  /// Run a command of this program.
  case release([String], expecting: ExitCode)
  /// Change one byte of a file, or change it back.
  case flip(String, at: Int)

  static func release(_ line: String, expecting exit: ExitCode = .done) -> DemoStep {
    .release(line.split(separator: " ").map(String.init), expecting: exit)
  }

  static func git(_ line: String) -> DemoStep { .git(line.split(separator: " ").map(String.init)) }
}
