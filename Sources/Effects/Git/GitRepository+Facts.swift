/// What git says of a repository in one call.
package struct GitFacts: Hashable, Sendable {
  /// Whether there is no work tree.
  package let isBare: Bool
  /// Whether history ends before its beginning.
  package let isShallow: Bool
  /// The absolute path of the git folder.
  package let gitDirectory: String
  /// The absolute path of the work tree's root; nil in a bare repository.
  package let workTree: String?
  /// The full name of the branch that `HEAD` stands on; nil when it is detached, before the first commit, and in a
  /// bare repository.
  package let branch: String?
}

extension GitRepository {
  /// Returns whether the repository is bare or shallow, where its root lies, and its branch.
  ///
  /// - Throws: `GitError.notARepository`.
  package func facts() throws(GitError) -> GitFacts {
    let arguments = [
      "rev-parse", "--is-bare-repository", "--is-shallow-repository", "--absolute-git-dir", "--show-toplevel",
      "--symbolic-full-name", "HEAD",
    ]
    // Where a fact is not to be had, git stops there: what comes before stands.
    let result = try run(arguments)
    let lines = result.output.lines
    guard lines.count >= 3 else { throw failure(of: arguments, result) }
    let isBare = lines[0] == "true"
    if !isBare, lines.count < 4 { throw failure(of: arguments, result) }
    let branch = lines.count > 4 && lines[4].utf8.starts(with: "refs/heads/".utf8) ? lines[4] : nil
    return GitFacts(
      isBare: isBare, isShallow: lines[1] == "true", gitDirectory: lines[2],
      workTree: isBare ? nil : lines[3],
      branch: branch)
  }

  /// Returns the folder of the repository's hooks, which worktrees share and `core.hooksPath` moves.
  package func hooksFolder(in root: String) throws(GitError) -> String {
    let path = try line(["rev-parse", "--git-path", "hooks"])
    return path.utf8.first == UInt8(ascii: "/") ? path : "\(root)/\(path)"
  }

  /// Returns the commit that a revision names.
  ///
  /// - Throws: `GitError.unknownRevision`, or `noCommits` for `HEAD` of an empty repository.
  package func commit(_ revision: String) throws(GitError) -> String {
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    let result = try run(arguments)
    if result.status == .exited(0), let id = result.output.lines.first { return id }
    guard result.status == .exited(1) else { throw failure(of: arguments, result) }
    throw revision == "HEAD" ? .noCommits(directory: directory) : .unknownRevision(revision)
  }

  /// Returns the full name of the branch that `HEAD` stands on; nil when it is detached.
  package func currentBranch() throws(GitError) -> String? {
    let arguments = ["symbolic-ref", "--quiet", "HEAD"]
    let result = try run(arguments)
    switch result.status {
    case .exited(0): return result.output.lines.first
    case .exited(1): return nil
    default: throw failure(of: arguments, result)
    }
  }

  /// Returns the paths of tracked files that differ from `HEAD`, staged or not; untracked files do not count.
  package func changedTrackedFiles() throws(GitError) -> [String] {
    let bytes = try output([
      "status", "--porcelain=v1", "-z", "--untracked-files=no", "--ignore-submodules=none", "--no-renames",
    ])
    return bytes.split(separator: 0).map { String(decoding: $0.dropFirst(3), as: UTF8.self) }
  }

  /// Returns the address of a remote; nil when there is none of that name.
  package func remoteURL(_ remote: String) throws(GitError) -> String? {
    let result = try run(["config", "--get", "remote.\(remote).url"])
    return result.status == .exited(0) ? result.output.lines.first : nil
  }

  /// Returns whether one commit is an ancestor of another, or the same.
  package func isAncestor(_ older: String, of newer: String) throws(GitError) -> Bool {
    let arguments = ["merge-base", "--is-ancestor", older, newer]
    let result = try run(arguments)
    switch result.status {
    case .exited(0): return true
    case .exited(1): return false
    default: throw failure(of: arguments, result)
    }
  }

  /// Returns a best common ancestor of commits; nil when they have none.
  package func mergeBase(of commits: [String]) throws(GitError) -> String? {
    guard commits.count > 1 else { return commits.first }
    let arguments = ["merge-base", "--octopus"] + commits
    let result = try run(arguments)
    switch result.status {
    case .exited(0): return result.output.lines.first
    case .exited(1): return nil
    default: throw failure(of: arguments, result)
    }
  }

  /// Returns whether a commit is in the history of another; one that is not here at all is not.
  package func reaches(_ commit: String, from head: String) throws(GitError) -> Bool {
    guard try run(["cat-file", "-e", "\(commit)^{commit}"]).status == .exited(0) else { return false }
    return try isAncestor(commit, of: head)
  }

  /// Returns the content of a file in a commit; nil when it is not there.
  package func file(_ path: String, at commit: String) throws(GitError) -> [UInt8]? {
    let listing = try output(["ls-tree", "-z", "--full-tree", commit, "--", path])
    guard !listing.isEmpty else { return nil }
    return try output(["cat-file", "blob", "\(commit):\(path)"])
  }

  /// Returns the tree of a commit.
  package func tree(of commit: String) throws(GitError) -> String {
    try line(["rev-parse", "--verify", "\(commit)^{tree}"])
  }
}

extension [UInt8] {
  /// The lines of a text, without a last empty one.
  var lines: [String] {
    split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
