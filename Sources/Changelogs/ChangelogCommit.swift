package import ConventionalCommits

/// A commit as a changelog shows it.
package struct ChangelogCommit: Hashable, Sendable {
  /// The full object id, in hexadecimal.
  package let id: String
  /// The abbreviated object id.
  package let shortID: String
  /// What the author wrote.
  package let message: CommitMessage
  /// The author's name.
  package let authorName: String
  /// The author's mail address.
  package let authorEmail: String
  /// When it was committed, as RFC 3339.
  package let date: String
  /// The issues and pull requests that it names.
  package let references: [IssueReference]

  /// Creates a commit; the references of its message are found here.
  ///
  /// - Parameter extraReferences: References known from elsewhere, such as the pull request of a merge.
  package init(
    id: String, shortID: String, message: CommitMessage, authorName: String, authorEmail: String,
    date: String, extraReferences: [IssueReference] = []
  ) {
    self.id = id
    self.shortID = shortID
    self.message = message
    self.authorName = authorName
    self.authorEmail = authorEmail
    self.date = date
    var list = ReferenceList(IssueReference.references(in: message))
    extraReferences.forEach { list.add($0) }
    references = list.references
  }

  /// What the commit does: the description of its header, or its whole subject when it has none.
  package var description: String { message.header?.description ?? message.subject }
}
