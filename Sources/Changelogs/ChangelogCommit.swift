package import ConventionalCommits
package import StrictJSON

/// A commit as a changelog shows it, or one of the messages that were squashed into it.
package struct ChangelogCommit: Sendable {
  /// The full object id, in hexadecimal.
  package let id: String
  /// What the author wrote.
  package let message: CommitMessage
  /// Who wrote it.
  package let author: Person
  /// When it was committed.
  package let committedAt: Timestamp
  /// Who wrote it, too: `Co-authored-by: Name <address>` (GitHub, GitLab).
  package let coAuthors: [Person]

  /// Creates a commit; the author is not told among the co-authors, and nobody is told twice.
  package init(
    id: String, message: CommitMessage, author: Person, committedAt: Timestamp, coAuthors: [Person] = []
  ) {
    self.id = id
    self.message = message
    self.author = author
    self.committedAt = committedAt
    var known: Set<String> = [author.key]
    self.coAuthors = coAuthors.isEmpty ? [] : coAuthors.filter { known.insert($0.key).inserted }
  }

  /// The abbreviated object id.
  package var shortID: String { String(id.prefix(7)) }

  /// What the commit does: the description of its header, or its whole subject when it has none.
  package var description: String { message.header?.description ?? message.subject }

  /// The issues and pull requests that it names.
  package var references: [IssueReference] {
    message.bytes.mayNameIssues ? IssueReference.references(in: message) : []
  }
}

extension [UInt8] {
  /// Whether `#` or `GH-` stands anywhere: most messages have neither, and need no closer look.
  fileprivate var mayNameIssues: Bool {
    let bytes = span
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "#") { return true }
      if bytes[index] == UInt8(ascii: "-"), index > 1, bytes[index - 1] | 0x20 == UInt8(ascii: "h"),
        bytes[index - 2] | 0x20 == UInt8(ascii: "g")
      {
        return true
      }
    }
    return false
  }
}

/// Commits of which each is made when it is asked for.
package struct ChangelogCommits: RandomAccessCollection, Sendable {
  /// The number of commits.
  package let count: Int
  private let commit: @Sendable (Int) -> ChangelogCommit

  /// Creates a list.
  ///
  /// - Parameter commit: makes the commit of a place below `count`.
  package init(count: Int, commit: @escaping @Sendable (Int) -> ChangelogCommit) {
    self.count = count
    self.commit = commit
  }

  /// Creates a list of commits that are there already.
  package init(_ commits: [ChangelogCommit]) {
    self.init(count: commits.count) { commits[$0] }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
  package subscript(place: Int) -> ChangelogCommit { commit(place) }
}
