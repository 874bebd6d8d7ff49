internal import StrictJSON

/// A git repository on this machine, driven through the documented interface of the `git` program.
package struct GitRepository: Sendable {
  /// The folder in which git is run.
  package let directory: String
  let subprocesses: any Subprocesses
  let environment: [String: String]
  /// Whether git runs apart from this program's process group, where a Ctrl-C does not reach it.
  private var isShielded = false

  /// Makes a repository of a folder without looking whether it is one.
  ///
  /// - Parameter environment: what git inherits; the locale and terminal prompts are set here.
  package init(directory: String, subprocesses: any Subprocesses, environment: [String: String]) {
    self.directory = directory
    self.subprocesses = subprocesses
    self.environment = environment.merging(Self.fixed) { _, ours in ours }
  }

  /// The same repository, in which what git does is not interrupted: git sets handlers of its own for the signals that
  /// it was told to ignore.
  package var shielded: GitRepository {
    var repository = self
    repository.isShielded = true
    return repository
  }

  /// What the user's configuration must not change in what is read here.
  private static let program = [
    "git", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "core.quotePath=false",
  ]

  /// No translated messages, no questions on the terminal, no locks taken for reading, no write for each commit.
  private static let fixed = [
    "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat",
    "GIT_FLUSH": "0",
  ]

  /// Runs git and returns what it printed.
  ///
  /// - Throws: `GitError.failed` for a status other than 0.
  package func output(
    _ arguments: [String], input: [UInt8] = [], adding variables: [String: String] = [:]
  ) throws(GitError) -> [UInt8] {
    let result = try run(arguments, input: input, adding: variables)
    guard result.status == .exited(0) else { throw failure(of: arguments, result) }
    return result.output
  }

  /// Runs git and returns its first line.
  package func line(
    _ arguments: [String], input: [UInt8] = [], adding variables: [String: String] = [:]
  ) throws(GitError) -> String {
    let bytes = try output(arguments, input: input, adding: variables)
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Runs git and returns how it ended, whatever its status.
  ///
  /// - Throws: `gitMissing`, `notStarted`, `timedOut`.
  package func run(
    _ arguments: [String], input: [UInt8] = [], adding variables: [String: String] = [:],
    timeout: Double? = nil
  ) throws(GitError) -> SubprocessResult {
    var command = command(arguments, input: input, adding: variables)
    command.timeout = timeout
    return try starting(arguments) { () throws(SubprocessError) in try subprocesses.run(command) }
  }

  /// Runs git, hands on what it prints as it comes, and returns how it ended, whatever its status.
  func run(
    _ arguments: [String], handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(GitError) -> SubprocessResult {
    try starting(arguments) { () throws(SubprocessError) in
      try subprocesses.run(command(arguments), handingOn: take)
    }
  }

  private func command(
    _ arguments: [String], input: [UInt8] = [], adding variables: [String: String] = [:]
  ) -> Subprocess {
    Subprocess(
      argv: Self.program + arguments,
      directory: directory, environment: environment.merging(variables) { _, new in new }, input: input,
      outputLimit: 1 << 40, startsOwnProcessGroup: isShielded)
  }

  private func starting(
    _ arguments: [String], _ run: () throws(SubprocessError) -> SubprocessResult
  ) throws(GitError) -> SubprocessResult {
    do {
      return try run()
    } catch .programNotFound {
      throw .gitMissing
    } catch {
      throw .notStarted(command: spelled(arguments), error)
    }
  }

  func failure(of arguments: [String], _ result: SubprocessResult) -> GitError {
    let message = String(decoding: result.errorOutput, as: UTF8.self)
    if result.didTimeOut { return .timedOut(command: spelled(arguments)) }
    if message.contains("not a git repository") { return .notARepository(directory: directory) }
    guard case .exited(let status) = result.status else {
      return .failed(command: spelled(arguments), status: -1, message: message)
    }
    return .failed(command: spelled(arguments), status: status, message: message.trimmedLines)
  }

  private func spelled(_ arguments: [String]) -> String {
    (["git"] + arguments.prefix(4)).joined(separator: " ")
  }
}

extension String {
  /// The text without blank space at either end.
  var trimmedLines: String {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let bytes = Array(utf8.drop(while: blank))
    return String(decoding: bytes.prefix(bytes.lastIndex { !blank($0) }.map { $0 + 1 } ?? 0), as: UTF8.self)
  }
}
