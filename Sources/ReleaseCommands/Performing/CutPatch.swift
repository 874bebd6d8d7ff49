internal import Effects
internal import ReleasePlanning

/// What a release commit would change, as a patch for people to read.
struct CutPatch {
  let files: any Files
  let subprocesses: any Subprocesses
  let environment: [String: String]

  /// Returns the patch.
  ///
  /// - Throws: `FileError`, `GitError`.
  func text(of changes: [CutPlan.FileChange]) throws -> String {
    let scratch = try files.temporaryDirectory(prefix: "release-patch")
    defer { try? files.remove(scratch) }  // the system's own sweep takes what stays
    for side in ["a", "b"] { try files.makeDirectory("\(scratch)/\(side)") }
    for change in changes {
      if let old = change.old { try write(old, to: "\(scratch)/a/\(change.path)") }
      try write(change.bytes, to: "\(scratch)/b/\(change.path)")
    }
    let git = GitRepository(directory: scratch, subprocesses: subprocesses, environment: environment)
    return String(decoding: try git.patch(), as: UTF8.self)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try files.makeDirectory(PathText.folder(of: path))
    try files.write(bytes, to: path, mode: 0o644)
  }
}
