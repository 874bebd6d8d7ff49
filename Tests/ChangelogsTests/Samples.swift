import Changelogs
import ConventionalCommits
import SemanticVersions
import StrictJSON

extension ChangelogCommit {
  /// A commit with a message, and everything else made up.
  init(
    _ message: String, id: String = "0123456789abcdef0123456789abcdef01234567", by name: String = "Ada",
    email: String? = nil
  ) {
    let message = CommitMessage(parsing: message)
    self.init(
      id: id, message: message,
      author: Person(name: name, email: email ?? name.lowercased() + "@example.org"),
      committedAt: Timestamp(secondsSinceEpoch: 1_714_557_600), coAuthors: Person.coAuthors(in: message))
  }
}

extension ChangelogRelease.Heading {
  /// Version 1.5.0 after 1.4.0.
  static let sample = ChangelogRelease.Heading(
    version: Version(1, 5, 0), tag: "v1.5.0", date: "2024-05-01", commit: "c0ffee", previousTag: "v1.4.0")
}

extension ChangelogRelease {
  /// Version 1.5.0 after 1.4.0, with commits of these messages.
  init(_ messages: [String], style: ChangelogStyle = .keepAChangelog) {
    self.init(.sample, commits: messages.map { ChangelogCommit($0) }, style: style)
  }
}

extension ChangelogStyle {
  /// The usual style with links to a repository on GitHub.
  static let linked = ChangelogStyle(
    sections: keepAChangelog.sections, links: RepositoryLinks(remoteURL: "git@github.com:acme/rocket.git"))
}
