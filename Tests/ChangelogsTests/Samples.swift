import Changelogs
import ConventionalCommits
import SemanticVersions

extension ChangelogCommit {
  /// A commit with a message, and everything else made up.
  init(
    _ message: String, id: String = "0123456789abcdef0123456789abcdef01234567", by name: String = "Ada",
    email: String? = nil, extraReferences: [IssueReference] = []
  ) {
    self.init(
      id: id, shortID: String(id.prefix(7)), message: CommitMessage(parsing: message), authorName: name,
      authorEmail: email ?? name.lowercased() + "@example.org", date: "2024-05-01T10:00:00Z",
      extraReferences: extraReferences)
  }
}

extension ChangelogRelease {
  /// Version 1.5.0 after 1.4.0, with commits of these messages.
  init(_ messages: [String], style: ChangelogStyle = .keepAChangelog) {
    self.init(
      version: Version(1, 5, 0), tag: "v1.5.0", date: "2024-05-01", commit: "c0ffee", previousTag: "v1.4.0",
      commits: messages.map { ChangelogCommit($0) }, style: style)
  }
}

extension ChangelogStyle {
  /// The usual style with links to a repository on GitHub.
  static let linked = ChangelogStyle(
    sections: keepAChangelog.sections, links: RepositoryLinks(remoteURL: "git@github.com:acme/rocket.git"))
}
