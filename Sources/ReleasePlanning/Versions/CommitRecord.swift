package import ConventionalCommits
package import StrictJSON

/// A commit of the range that a release is made of.
package struct CommitRecord: Hashable, Sendable {
  /// The commit's full name.
  package let id: String
  /// The author's name.
  package let authorName: String
  /// The author's address.
  package let authorEmail: String
  /// When it was committed.
  package let committedAt: Timestamp
  /// What it says.
  package let message: CommitMessage
  /// How many commits it follows from, as far as the repository knows.
  package let parentCount: Int
  /// Whether it joins branches, whose commits are in the range themselves.
  package var isMerge: Bool { parentCount > 1 }

  /// Makes a record.
  package init(
    id: String, authorName: String, authorEmail: String, committedAt: Timestamp, message: CommitMessage,
    parentCount: Int = 1
  ) {
    self.id = id
    self.authorName = authorName
    self.authorEmail = authorEmail
    self.committedAt = committedAt
    self.message = message
    self.parentCount = parentCount
  }

  /// Returns the messages that the commit stands for: those that were squashed into it, or its own.
  package func messages(under squash: VersionPolicy.Squash) -> [CommitMessage] {
    squash == .split && !isMerge ? message.squashedMessages : [message]
  }
}
