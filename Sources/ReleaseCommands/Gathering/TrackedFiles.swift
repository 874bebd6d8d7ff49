internal import Effects
internal import ReleasePlanning

/// The files of a commit that a release commit changes or depends on.
struct TrackedFiles {
  let repository: GitRepository
  let commit: String
  /// The work tree.
  let root: String
  let files: any Files

  /// Returns a file that is not changed yet; nil when neither the commit nor the work tree has one of that path.
  ///
  /// - Throws: `CutRefusal.notAFile` for a link, a folder or another repository, `untrackedInTheWay`, `GitError`.
  func change(of path: String) throws -> CutPlan.FileChange? {
    guard let mode = try mode(of: path) else { return nil }
    guard mode.utf8.starts(with: "100".utf8), let bytes = try repository.file(path, at: commit) else {
      throw CutRefusal.notAFile(path)
    }
    return CutPlan.FileChange(path: path, old: bytes, bytes: bytes, isExecutable: mode == "100755")
  }

  /// Refuses a file that the work tree has and the commit has not: the next clone would not have it either.
  ///
  /// - Throws: `CutRefusal.untrackedInTheWay`, `GitError`.
  func require(_ path: String) throws { _ = try mode(of: path) }

  private func mode(of path: String) throws -> String? {
    if let mode = try repository.modes(of: [path], at: commit)[path] { return mode }
    guard try files.status("\(root)/\(path)") == nil else { throw CutRefusal.untrackedInTheWay(path) }
    return nil
  }
}
