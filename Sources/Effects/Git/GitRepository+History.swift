package import StrictJSON

/// A commit as `git log` tells it.
package struct GitCommit: Hashable, Sendable {
  /// The commit's full name.
  package let id: String
  /// The full names of its parents.
  package let parents: [String]
  /// The author's name, after `.mailmap`.
  package let authorName: String
  /// The author's address, after `.mailmap`.
  package let authorEmail: String
  /// When it was committed.
  package let committedAt: Timestamp
  /// The whole message, bytes as stored after git's own re-encoding to UTF-8.
  package let message: [UInt8]
}

/// A tag and the commit that it names.
package struct GitTag: Hashable, Sendable {
  /// The name without `refs/tags/`.
  package let name: String
  /// The commit that it leads to.
  package let commit: String
  /// The tag object of an annotated tag; nil for a lightweight one.
  package let object: String?
  /// When an annotated tag was made, or the commit of a lightweight one.
  package let createdAt: Timestamp
}

extension GitRepository {
  private static let fields = "%H%x00%P%x00%aN%x00%aE%x00%ct%x00%B"

  /// Returns the commits that are in `head` and not in `base`, newest first, restricted to paths when there are any and
  /// to the newest so many.
  ///
  /// - Throws: `GitError.unexpectedOutput` when a record cannot be read.
  package func commits(
    from base: String?, to head: String, paths: [String] = [], limit: Int? = nil
  ) throws(GitError) -> [GitCommit] {
    let count = limit.map { ["--max-count=\($0)"] } ?? []
    let range = base.map { ["\($0)..\(head)"] } ?? [head]
    let limits = ["--"] + paths
    let bytes = try output(
      ["log", "-z", "--encoding=UTF-8", "--format=\(Self.fields)"] + count + range + limits)
    return try Self.parseLog(bytes)
  }

  static func parseLog(_ bytes: [UInt8]) throws(GitError) -> [GitCommit] {
    var commits: [GitCommit] = []
    var start = 0
    while start < bytes.count {
      var record: [ArraySlice<UInt8>] = []
      while record.count < 6 {
        guard start <= bytes.count,
          let end = bytes[start...].firstIndex(of: 0) ?? lastEnd(record, bytes.count)
        else {
          throw .unexpectedOutput(command: "git log")
        }
        record.append(bytes[start..<end])
        start = end + 1
      }
      commits.append(try commit(of: record))
    }
    return commits
  }

  /// The last field of the last record may end with the output.
  private static func lastEnd(_ record: [ArraySlice<UInt8>], _ count: Int) -> Int? {
    record.count == 5 ? count : nil
  }

  private static func commit(of record: [ArraySlice<UInt8>]) throws(GitError) -> GitCommit {
    func text(_ field: Int) -> String { String(decoding: record[field], as: UTF8.self) }
    guard let seconds = Int64(text(4)) else { throw .unexpectedOutput(command: "git log") }
    return GitCommit(
      id: text(0), parents: record[1].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) },
      authorName: text(2), authorEmail: text(3), committedAt: Timestamp(secondsSinceEpoch: seconds),
      message: Array(record[5]))
  }

  /// Returns the tags whose names fit a glob; with `mergedInto`, only those that this commit can reach.
  package func tags(_ glob: String, mergedInto commit: String? = nil) throws(GitError) -> [GitTag] {
    let format =
      "%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(creatordate:unix)"
    let merged = commit.map { ["--merged=\($0)"] } ?? []
    let bytes = try output(["for-each-ref", "--format=\(format)"] + merged + ["refs/tags/\(glob)"])
    var tags: [GitTag] = []
    for line in bytes.lines { if let tag = try tag(of: line) { tags.append(tag) } }
    return tags
  }

  /// A tag of something else than a commit is no release.
  private func tag(of line: String) throws(GitError) -> GitTag? {
    let fields = line.utf8.split(separator: 0, omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard fields.count == 6, let commit = try commit(taggedBy: fields) else { return nil }
    return GitTag(
      name: fields[0], commit: commit, object: fields[1] == "tag" ? fields[2] : nil,
      createdAt: Timestamp(secondsSinceEpoch: Int64(fields[5]) ?? 0))
  }

  private func commit(taggedBy fields: [String]) throws(GitError) -> String? {
    switch (fields[1], fields[3]) {
    case ("commit", _): return fields[2]
    case ("tag", "commit"): return fields[4]
    case ("tag", "tag"):
      // Of a tag of a tag, git before 2.45 tells the inner tag only.
      do { return try commit(fields[2]) } catch {
        guard case .unknownRevision = error else { throw error }
        return nil
      }
    default: return nil
    }
  }
}
