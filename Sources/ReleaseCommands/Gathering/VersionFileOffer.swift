internal import Effects
internal import ReleasePlanning
internal import SemanticVersions
internal import VersionFiles

/// The files at the root of a repository that hold its version, as far as their names and contents say so.
struct VersionFileOffer {
  /// The files, locks after what they lock.
  let files: [VersionFile]

  /// Looks at the files of a commit.
  ///
  /// - Throws: `GitError`.
  init(_ tracked: TrackedFiles) throws(GitError) {
    var found: [VersionFile] = []
    let candidates = try tracked.repository.files(at: tracked.commit).filter {
      !$0.utf8.contains(UInt8(ascii: "/"))
    }
    .compactMap(VersionFile.init(path:)).filter { $0.format != .readme }
    for file in candidates.sorted(by: { !$0.format.isLock && $1.format.isLock }) {
      let changes = VersionFileChanges(tracked: tracked, files: found + [file], folder: "")
      if changes.canWrite(file) { found.append(file) }
    }
    files = found
  }
}

extension VersionFileChanges {
  /// Whether a version can be written into a file: what is not clear is for people to say.
  fileprivate func canWrite(_ file: VersionFile) -> Bool {
    var changes: [CutPlan.FileChange] = []
    // Why it cannot is of no interest here.
    do { try add(Version(9_999, 0, 0), to: &changes) } catch { return false }
    return changes.contains { $0.path == file.path }
  }
}

extension VersionFormat {
  /// Whether the file follows another one that holds the version.
  fileprivate var isLock: Bool { [.npmLock, .cargoLock, .pythonLock].contains(self) }
}
