internal import Changelogs
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// The changelog of a range of commits.
struct ChangelogDraft: Sendable {
  let history: History

  /// Returns the release that commits make, those left out that a revert undoes or a rule ignores.
  func release(
    version: Version?, tag: String?, base: ReleaseTag?, commits: [CommitRecord], date: Timestamp?,
    head: String?,
    style: ChangelogStyle
  ) throws -> ChangelogRelease {
    let readings = commits.map(\.reading)
    let accounts = Accounting(readings, of: CommitGraph(readings), under: history.planner.policy).accounts
    let told = zip(commits, accounts).filter { $1.outcome != .cancelled && $1.outcome != .ignored }.map(\.0)
    return ChangelogRelease(
      version: version, tag: tag, date: date?.day, commit: head, previousTag: base?.name,
      commits: told.flatMap(entries), style: style)
  }

  /// One entry for each message that the commit stands for.
  private func entries(_ record: CommitRecord) -> [ChangelogCommit] {
    record.messages(under: history.planner.policy.squash).map { message in
      ChangelogCommit(
        id: record.id, shortID: String(record.id.prefix(7)), message: message, authorName: record.authorName,
        authorEmail: record.authorEmail, date: record.committedAt.description)
    }
  }

  /// Returns the section of a release as it goes into CHANGELOG.md.
  func section(
    version: Version, tag: String, base: ReleaseTag?, commits: [CommitRecord], date: Timestamp?
  ) throws -> String {
    var style = ChangelogTemplate.keepAChangelog.style
    style.links = try links()
    let release = try release(
      version: version, tag: tag, base: base, commits: commits, date: date, head: nil, style: style)
    return try Changelog(releases: [release], links: style.links)
      .rendered(with: ChangelogTemplate.keepAChangelog.template())
  }

  /// Where the remote shows commits, issues and tags.
  func links() throws(GitError) -> RepositoryLinks? {
    try history.repository.remoteURL("origin").flatMap { RepositoryLinks(remoteURL: $0) }
  }
}
