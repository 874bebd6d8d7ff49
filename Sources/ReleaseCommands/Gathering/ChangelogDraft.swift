internal import Changelogs
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import StrictJSON

/// Makes changelogs of ranges of commits.
struct ChangelogDraft: Sendable {
  let history: History
  let source: ChangelogSource
  let style: ChangelogStyle
  /// Begins to tell how many commits were read; nil: nobody wants to know.
  let progress: (@Sendable () -> ProgressLine)?

  /// Takes a history, and the template and links of a project.
  ///
  /// - Throws: `GitError`.
  init(
    _ history: History, _ source: ChangelogSource, progress: (@Sendable () -> ProgressLine)? = nil
  ) throws(GitError) {
    self.history = history
    self.source = source
    self.progress = progress
    let remote = try history.repository.remoteURL("origin")
    style = source.style(remoteURL: remote)
  }

  /// A range of commits, and the commit that holds the corrections of their messages.
  struct Range {
    var base: String?
    let head: String
    let corrections: String
    /// A commit that is not told of: that of the release itself.
    var without: CommitName?
  }

  /// Returns the release that the commits of a range make.
  ///
  /// - Parameter tellsNewcomers: Whether it has to be known who contributes for the first time: all earlier commits are
  ///   read for that, where they are there.
  func release(
    _ heading: ChangelogRelease.Heading, of range: Range, tellsNewcomers: Bool
  ) throws -> ChangelogRelease {
    let corrections = try history.repository.objects(["\(range.corrections):\(CorrectionsSource.path)"])[0]
    let archive = try CommitArchive(
      GitLogQuery(from: range.base, to: range.head), of: history, correctedBy: corrections, style: style,
      progress?())
    let places = archive.names.indices.map(Int32.init).filter {
      archive.counts($0) && archive.names[Int($0)] != range.without
    }
    let tells = tellsNewcomers && !history.isShallow
    let newcomers = try tells ? newcomers(in: archive, after: range.base, corrections) : nil
    return ReleaseStory(archive: archive, style: style, policy: history.planner.policy)
      .release(heading, of: places, newcomers: newcomers)
  }

  /// The identities of those who wrote no commit that the base reaches.
  private func newcomers(
    in archive: CommitArchive, after base: String?, _ corrections: String?
  ) throws -> Set<Int32> {
    var known: Set<String> = []
    if let base {
      // Nothing is told of these commits but who wrote them.
      let silence = ChangelogStyle(sections: [])
      known = try CommitArchive(
        GitLogQuery(to: base), of: history, correctedBy: corrections, style: silence, progress?()
      ).keys
    }
    return Set(
      archive.people.places.filter { !known.contains(archive.people.person($0).key) }
        .map(archive.people.identity))
  }

  /// Returns the section of a release as it goes into CHANGELOG.md.
  ///
  /// - Throws: `CutRefusal.sectionWithoutHeading`, `GitError`.
  func section(_ heading: ChangelogRelease.Heading, of range: Range) throws -> ReleaseSection {
    let release = try release(heading, of: range, tellsNewcomers: source.tellsNewcomers)
    return try ReleaseSection(Changelog([release], style: style), by: source)
  }
}

extension CommitArchive {
  /// What the people who wrote commits that count are told apart by.
  fileprivate var keys: Set<String> {
    var keys: Set<String> = []
    for place in names.indices where counts(Int32(place)) {
      for writer in writers(place) { keys.insert(people.person(writer).key) }
    }
    return keys
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
