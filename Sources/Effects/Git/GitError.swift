/// What can go wrong between us and `git`.
package enum GitError: Error, Hashable {
  /// `git` is not installed, or not on the `PATH`.
  case gitMissing
  /// The folder lies in no git repository.
  case notARepository(directory: String)
  /// The repository has no commit yet.
  case noCommits(directory: String)
  /// A revision names no commit.
  case unknownRevision(String)
  /// A ref was not what it was expected to be, so nothing was moved.
  case refMoved(message: String)
  /// The remote refused a push or has moved on.
  case pushRefused(remote: String, message: String)
  /// The remote could not be reached.
  case remoteUnreachable(remote: String, message: String)
  /// A git command failed for another reason.
  case failed(command: String, status: Int32, message: String)
  /// A git command printed what we cannot read.
  case unexpectedOutput(command: String)
  /// A git command did not end in time.
  case timedOut(command: String)
  /// A git command could not be started.
  case notStarted(command: String, SubprocessError)
}
