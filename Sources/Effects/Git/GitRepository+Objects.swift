package import StrictJSON

/// Who made a commit or tag, and when.
package struct GitSignature: Hashable, Sendable {
  /// The name and address as git writes them: `Name <address>`.
  package let identity: String
  /// The moment, written in UTC.
  package let at: Timestamp

  /// Makes a signature of an identity and a moment.
  package init(identity: String, at: Timestamp) {
    self.identity = identity
    self.at = at
  }

  /// As in a commit object: `Name <address> seconds +0000`.
  package var line: String { "\(identity) \(at.secondsSinceEpoch) +0000" }
}

extension GitRepository {
  /// Returns who git would say commits here: `Name <address>`.
  ///
  /// - Throws: `GitError.failed` when neither configuration nor environment names anybody.
  package func committerIdentity() throws(GitError) -> String {
    let line = try line(["var", "GIT_COMMITTER_IDENT"])
    guard let end = line.utf8.lastIndex(of: UInt8(ascii: ">")) else {
      throw .unexpectedOutput(command: "git var")
    }
    return String(line[...end])
  }

  /// Writes a file's content into the object store and returns its name; no ref points to it.
  package func writeBlob(_ bytes: [UInt8]) throws(GitError) -> String {
    try line(["hash-object", "-w", "--stdin", "-t", "blob"], input: bytes)
  }

  /// Writes the tree of a commit with some files replaced, using a scratch index, and returns its name.
  ///
  /// - Parameter files: path, mode (`100644`, `100755`) and blob name.
  package func writeTree(
    of commit: String, replacing files: [(path: String, mode: String, blob: String)], scratchIndex: String
  ) throws(GitError) -> String {
    let index = ["GIT_INDEX_FILE": scratchIndex]
    _ = try output(["read-tree", commit], adding: index)
    // Unlike `--index-info`, which passes over a path that git does not allow, this refuses it.
    let entries = files.flatMap { ["--cacheinfo", "\($0.mode),\($0.blob),\($0.path)"] }
    _ = try output(["update-index", "--add"] + entries, adding: index)
    return try line(["write-tree"], adding: index)
  }

  /// Writes a commit object and returns its name; no ref points to it.
  package func writeCommit(
    tree: String, parent: String, message: String, by signature: GitSignature
  ) throws(GitError) -> String {
    let text = """
      tree \(tree)
      parent \(parent)
      author \(signature.line)
      committer \(signature.line)

      \(message)
      """
    return try line(["hash-object", "-w", "--stdin", "-t", "commit"], input: Array((text + "\n").utf8))
  }

  /// Writes an annotated tag object and returns its name; no ref points to it.
  package func writeTag(
    _ name: String, of commit: String, message: String, by signature: GitSignature
  ) throws(GitError) -> String {
    let text = """
      object \(commit)
      type commit
      tag \(name)
      tagger \(signature.line)

      \(message)
      """
    return try line(["mktag"], input: Array((text + "\n").utf8))
  }

  /// Moves refs in one transaction: all or none.
  ///
  /// - Parameter updates: full ref name, new object, and the object that must be there now (nil: none).
  /// - Throws: `GitError.refMoved` when one is not as expected.
  package func updateRefs(_ updates: [(ref: String, new: String, old: String?)]) throws(GitError) {
    let script = updates.map { update in
      update.old.map { "update \(update.ref)\u{0}\(update.new)\u{0}\($0)\u{0}" }
        ?? "create \(update.ref)\u{0}\(update.new)\u{0}"
    }
    try transaction(script.joined())
  }

  /// Puts refs back in one transaction: to an older object, or away (nil).
  package func restoreRefs(_ updates: [(ref: String, old: String?, new: String)]) throws(GitError) {
    let script = updates.map { update in
      update.old.map { "update \(update.ref)\u{0}\($0)\u{0}\(update.new)\u{0}" }
        ?? "delete \(update.ref)\u{0}\(update.new)\u{0}"
    }
    try transaction(script.joined())
  }

  private func transaction(_ script: String) throws(GitError) {
    let arguments = ["update-ref", "-z", "--stdin", "-m", "release"]
    let result = try run(arguments, input: Array(script.utf8))
    guard result.status != .exited(0) else { return }
    let message = String(decoding: result.errorOutput, as: UTF8.self).trimmedLines
    // A lock that somebody holds, a full disk or a hook say something else.
    guard Self.wordsOfMovedRefs.contains(where: message.contains) else {
      throw failure(of: arguments, result)
    }
    throw .refMoved(message: message)
  }

  private static let wordsOfMovedRefs = [
    "but expected", "reference already exists", "unable to resolve reference", "reference is missing",
  ]

  /// Moves index and work tree from one commit to another; files that differ from `old` make it refuse.
  package func switchWorkTree(from old: String, to new: String) throws(GitError) {
    // A stale time stamp in the index would pass for a change; the refresh says so by its status, which is no failure.
    _ = try run(["update-index", "-q", "--refresh"])
    _ = try output(["read-tree", "-m", "-u", old, new])
  }
}
