/// The programs of the machine.
package struct LiveSubprocesses: Subprocesses {
  private let environment: [String: String]

  /// Programs that inherit `environment` unless they are given one of their own.
  package init(inheriting environment: [String: String]) { self.environment = environment }

  package func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    let environment = command.environment ?? environment
    let name = try ProgramSearch.checkedName(of: command)
    let program = try ProgramSearch(path: environment["PATH"], directory: command.directory).find(name)
    var child = try RunningChild(starting: program, command, environment: environment)
    return try child.resultAtTheEnd(handingOn: take)
  }
}
