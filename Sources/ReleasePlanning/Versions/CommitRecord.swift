package import ConventionalCommits
package import StrictJSON

/// A commit of the range that a release is made of, with all that changelogs tell of it.
package struct CommitRecord: Hashable, Sendable {
  /// What a plan needs of it.
  package let reading: CommitReading
  /// The author's name.
  package let authorName: String
  /// The author's address.
  package let authorEmail: String
  /// When it was committed.
  package let committedAt: Timestamp
  /// What it says.
  package let message: CommitMessage
  /// The commit's full name.
  package var id: String { reading.id.description }

  /// Makes a record.
  package init(
    reading: CommitReading, authorName: String, authorEmail: String, committedAt: Timestamp,
    message: CommitMessage
  ) {
    self.reading = reading
    self.authorName = authorName
    self.authorEmail = authorEmail
    self.committedAt = committedAt
    self.message = message
  }

  /// Returns the messages that the commit stands for: those that were squashed into it, or its own.
  package func messages(under squash: VersionPolicy.Squash) -> [CommitMessage] {
    squash == .split && !reading.isMerge && !reading.squashed.isEmpty ? message.squashedMessages : [message]
  }
}
