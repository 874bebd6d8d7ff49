internal import Changelogs
internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// The releases of a history, for changelogs.
struct ChangelogReleases: Sendable {
  let draft: ChangelogDraft
  /// Whether it has to be known who contributes for the first time: all earlier commits are read for that.
  let tellsNewcomers: Bool
  /// Begins to tell how many commits were read.
  let progress: @Sendable () -> ProgressLine

  private var history: History { draft.history }
  private var style: ChangelogStyle { draft.style }

  func changelog(_ releases: [ChangelogRelease]) -> Changelog { Changelog(releases, style: style) }

  /// What the head has and the last release has not.
  func unreleased() throws -> ChangelogRelease {
    let gathered = try history.gather(at: "HEAD", keepingRecords: true)
    return try draft.release(
      .init(commit: gathered.facts.head.description, previousTag: gathered.facts.base?.name),
      commits: gathered.records, isFirstTime: newcomers(after: gathered))
  }

  /// What a release has and the one before has not.
  func release(tagged name: String) throws -> ChangelogRelease {
    guard let version = history.planner.pattern.version(of: name) else {
      throw CutRefusal.notAReleaseTag(name, pattern: history.planner.pattern.text)
    }
    let gathered = try history.onChannel(of: version)
      .gather(at: "refs/tags/\(name)", looksPastHead: true, keepingRecords: true)
    let head = gathered.facts.head.description
    return try draft.release(
      .init(
        version: version, tag: name, date: history.repository.newestCommit(of: head).committedAt.day,
        commit: head, previousTag: gathered.facts.base?.name), commits: gathered.records,
      isFirstTime: newcomers(after: gathered))
  }

  /// What the second end of a range has and the first has not.
  func range(_ range: String) throws -> ChangelogRelease {
    let (from, to) = range.ends
    let head = try history.repository.commit(to.isEmpty ? "HEAD" : to)
    let base = try from.isEmpty ? nil : history.repository.commit(from)
    let isFirstTime = try tellsNewcomers ? newcomers(after: base) : nil
    return try draft.release(
      .init(commit: head), commits: history.records(since: base, to: head), isFirstTime: isFirstTime)
  }

  /// Every release that the head can reach, and what is not released yet when there is something.
  ///
  /// - Throws: `PlanRefusal.shallowHistory`, `GitError`.
  func everything() async throws -> Changelog {
    guard !history.isShallow else { throw PlanRefusal.shallowHistory }
    // Git finds the tags while it goes through the commits.
    async let tags = releaseTags()
    let objects = try history.repository.objects(["HEAD^{commit}", "HEAD:\(CorrectionsSource.path)"])
    let head = try CommitReader.name(objects[0] ?? history.repository.commit("HEAD"))
    let archive = try CommitArchive(
      of: head.description, in: history, correctedBy: objects[1], style: style, progress())
    let book = ReleaseBook(
      archive, head: head, tags: try await tags, style: style, planner: history.planner)
    return book.changelog
  }

  @concurrent
  private func releaseTags() async throws -> [ReleaseTag] {
    try ReleaseTags.all(of: history.repository, for: [history.planner])[0].all
  }

  private func newcomers(after gathered: History.Gathered) throws -> (@Sendable (Person) -> Bool)? {
    try tellsNewcomers ? newcomers(after: gathered.facts.base?.commit.description) : nil
  }

  /// Returns who wrote no commit that the base reaches.
  private func newcomers(after base: String?) throws -> @Sendable (Person) -> Bool {
    guard let base else { return { _ in true } }
    let archive = try CommitArchive(of: base, in: history, correctedBy: nil, style: style, progress())
    let known = archive.keys
    return { !known.contains($0.key) }
  }
}

extension CommitArchive {
  /// Reads the history of a commit.
  ///
  /// - Parameter progress: tells how many commits were read so far.
  /// - Throws: `GitError`.
  convenience init(
    of head: String, in history: History, correctedBy corrections: String?, style: ChangelogStyle,
    _ progress: ProgressLine
  ) throws {
    var progress = progress
    defer { progress.finish() }
    var collector = CommitCollector(try history.reader(correctedBy: corrections), style: style)
    var query = GitLogQuery(to: head)
    query.tellsPaths = collector.reader.needsPaths
    try history.repository.eachCommit(query) { record in
      collector.take(record)
      progress.advance(to: collector.names.count)
    }
    if let failure = collector.failure { throw failure }
    let people = try PeopleRegister(collector.people, canonical: history.repository.mailmapped)
    self.init(collector, people: people)
  }

  /// What the people who wrote commits that count are told apart by.
  var keys: Set<String> {
    var keys: Set<String> = []
    for place in names.indices where traits[place].flags.contains(.counts) {
      keys.formUnion(writers(place).map { people.person($0).key })
    }
    return keys
  }
}

extension String {
  /// The two ends of `a..b`; the second is empty when there is no `..`.
  var ends: (String, String) {
    let (bytes, mark) = (Array(utf8), Array("..".utf8))
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
      return (self, "")
    }
    return (
      String(decoding: bytes[..<place], as: UTF8.self), String(decoding: bytes[(place + 2)...], as: UTF8.self)
    )
  }
}
