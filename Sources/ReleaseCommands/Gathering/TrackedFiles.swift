internal import Effects
internal import ReleasePlanning

/// The files of a commit that a release commit changes.
struct TrackedFiles {
  let repository: GitRepository
  let commit: String

  /// Returns a file that is not changed yet; nil when the commit has none of that path.
  ///
  /// - Throws: `CutRefusal.notAFile` for a link, a folder or another repository, `GitError`.
  func change(of path: String) throws -> CutPlan.FileChange? {
    guard let mode = try repository.modes(of: [path], at: commit)[path] else { return nil }
    guard mode.utf8.starts(with: "100".utf8), let bytes = try repository.file(path, at: commit) else {
      throw CutRefusal.notAFile(path)
    }
    return CutPlan.FileChange(path: path, old: bytes, bytes: bytes, isExecutable: mode == "100755")
  }
}
