internal import Effects
internal import ReleaseConsole

/// The words for what went wrong with git.
enum GitWording {
  static func diagnostic(of error: GitError) -> Diagnostic {
    let (code, problem, hints) = words(error)
    return Diagnostic(code: code, problem: problem, because: because(error), hints: hints, exit: exit(error))
  }

  private static func exit(_ error: GitError) -> ExitCode {
    switch error {
    case .notARepository, .unknownRevision, .noCommits: .usage
    case .pushRefused, .refMoved: .refused
    default: .environment
    }
  }

  private static func words(_ error: GitError) -> (code: String, problem: String, hints: [String]) {
    switch error {
    case .gitMissing: ("git_missing", "`git` is not on the PATH", ["install git"])
    case .notARepository(let directory):
      (
        "not_a_repository", "`\(directory)` lies in no git repository",
        ["go into one, or name it with `-C DIR`"]
      )
    case .noCommits: ("no_commits", "the repository has no commit yet", ["make one: `git commit`"])
    case .unknownRevision(let revision):
      (
        "unknown_revision", "`\(revision)` names no commit",
        ["see `git log` and `git tag`", "in a shallow clone: `git fetch --tags --unshallow`"]
      )
    case .refMoved:
      (
        "ref_moved", "a branch or tag moved meanwhile, so nothing was changed",
        ["look with `git log`, then run it again"]
      )
    case .pushRefused(let remote, _):
      (
        "push_refused", "\(remote) took neither commit nor tag",
        ["see what is new there: `git fetch \(remote)`, then cut again"]
      )
    case .remoteUnreachable(let remote, _):
      ("remote_unreachable", "\(remote) cannot be asked", ["try again, or cut without asking: `--offline`"])
    case .failed(let command, let status, _): ("git_failed", "`\(command)` ended with \(status)", [])
    case .unexpectedOutput(let command): ("git_output", "`\(command)` printed what cannot be read", [])
    case .timedOut(let command): ("git_timed_out", "`\(command)` did not end in time", ["try again"])
    case .notStarted(let command, _): ("git_failed", "`\(command)` could not be started", [])
    }
  }

  private static func because(_ error: GitError) -> [String] {
    switch error {
    case .refMoved(let message), .pushRefused(_, let message), .remoteUnreachable(_, let message),
      .failed(_, _, let message):
      message.split(separator: "\n").map(String.init).filter { !$0.isEmpty }
    case .notStarted(_, let error): [FileWording.problem(error)]
    default: []
    }
  }
}
