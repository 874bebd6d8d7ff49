internal import Changelogs
internal import ConventionalCommits
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// The changelog of a range of commits.
struct ChangelogDraft: Sendable {
  let history: History
  let source: ChangelogSource
  let style: ChangelogStyle

  /// Takes a history, and the template and links of a project.
  ///
  /// - Throws: `GitError`.
  init(_ history: History, _ source: ChangelogSource) throws(GitError) {
    self.history = history
    self.source = source
    let remote = try history.repository.remoteURL("origin")
    style = source.style(remoteURL: remote)
  }

  /// Returns the section of a release as it goes into CHANGELOG.md.
  ///
  /// - Throws: `CutRefusal.sectionWithoutHeading` for a template that makes notes without one.
  func section(_ heading: ChangelogRelease.Heading, commits: [CommitRecord]) throws -> String {
    let release = try release(heading, commits: commits)
    let text = try String(decoding: source.rendered(Changelog([release], style: style)), as: UTF8.self)
    guard let version = heading.version, ChangelogFile(parsing: text).versions.first == version else {
      throw CutRefusal.sectionWithoutHeading(template: source.name)
    }
    return text
  }

  /// Returns the release that commits make, those left out that a revert undoes or a rule ignores.
  ///
  /// - Parameter isFirstTime: Whether the release before has no commit of somebody; nil when that is not known.
  func release(
    _ heading: ChangelogRelease.Heading, commits: [CommitRecord],
    isFirstTime: (@Sendable (Person) -> Bool)? = nil
  ) throws(GitError) -> ChangelogRelease {
    let commits = Self.ordered(commits)
    let readings = commits.map(\.reading)
    let accounts = Accounting(readings, of: CommitGraph(readings), under: history.planner.policy).accounts
    let told = zip(commits, accounts).filter { $1.outcome != .cancelled && $1.outcome != .ignored }.map(\.0)
    var people = PeopleCollector()
    let coAuthors = told.map { Person.coAuthors(in: $0.message).map { people.place(of: $0) } }
    let register = try PeopleRegister(people, canonical: history.repository.mailmapped)
    return ChangelogRelease(
      heading, commits: zip(told, coAuthors).flatMap { entries($0, $1.map(register.person)) }, style: style,
      commitCount: told.count, isFirstTime: isFirstTime)
  }

  private static func ordered(_ commits: [CommitRecord]) -> [CommitRecord] {
    let places = HistoryOrder.places(
      of: commits.map {
        HistoryOrder.Commit(
          $0.reading.id, parents: $0.reading.parents, date: $0.committedAt.secondsSinceEpoch)
      })
    return places.map { commits[$0] }
  }

  /// One entry for each message that the commit stands for.
  private func entries(_ record: CommitRecord, _ coAuthors: [Person]) -> [ChangelogCommit] {
    record.messages(under: history.planner.policy.squash).map { message in
      ChangelogCommit(
        id: record.id, message: message, author: Person(name: record.authorName, email: record.authorEmail),
        committedAt: record.committedAt, coAuthors: coAuthors)
    }
  }
}

extension GitRepository {
  /// Returns people as `.mailmap` calls them.
  ///
  /// - Throws: `GitError`.
  func mailmapped(_ people: [Person]) throws(GitError) -> [Person] {
    let contacts = try canonicalContacts(people.map { ($0.name, $0.email) })
    return contacts.map { Person(name: $0.name, email: $0.email) }
  }
}
