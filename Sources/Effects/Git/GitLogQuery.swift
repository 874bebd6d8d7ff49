/// Which commits `git log` is asked for.
package struct GitLogQuery: Hashable, Sendable {
  /// Revisions whose history is wanted.
  package var heads: [String]
  /// A commit whose history is left out; nil: nothing is.
  package var base: String?
  /// Whether the tags that fit this glob are heads, too.
  package var tags: String?
  /// The folders and files that are wanted; empty: all.
  package var paths: [String] = []
  /// Whether the paths that each commit touches are told.
  package var tellsPaths = false
  /// Whether the commits at the end of the range are told, marked as such.
  package var tellsBoundary = false
  /// At most so many commits, the newest.
  package var limit: Int?

  /// Asks for the history of a commit without that of another.
  package init(from base: String? = nil, to head: String) {
    heads = [head]
    self.base = base
  }

  /// The arguments for git.
  var arguments: [String] {
    var words = [
      "log", "-z", "--encoding=UTF-8", "--no-notes", "--notes=release", "--format=\(GitLogRecord.format)",
    ]
    if tellsPaths {
      words += ["--name-only", "--no-renames", "--no-relative", "--diff-merges=first-parent"]
    }
    if tellsBoundary { words.append("--boundary") }
    if let limit { words.append("--max-count=\(limit)") }
    if let tags { words.append("--tags=\(tags)") }
    words += heads
    if let base { words.append("^\(base)") }
    return words + ["--"] + paths
  }
}
