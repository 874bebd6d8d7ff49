internal import Changelogs
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// The releases of a history, for changelogs. Messages are told as they are corrected today.
struct ChangelogReleases: Sendable {
  let draft: ChangelogDraft
  let tellsNewcomers: Bool

  private var history: History { draft.history }

  /// What the head has and the last release has not.
  func unreleased() throws -> ChangelogRelease {
    let facts = try history.gather(at: "HEAD").facts
    return try release(
      .init(commit: facts.head.description, previousTag: facts.base?.name), since: facts.base,
      to: facts.head.description)
  }

  /// What a release has and the one before has not.
  func release(tagged name: String) throws -> ChangelogRelease {
    guard let version = history.planner.pattern.version(of: name) else {
      throw CutRefusal.notAReleaseTag(name, pattern: history.planner.pattern.text)
    }
    let facts = try history.onChannel(of: version)
      .gather(at: "refs/tags/\(name)", excluding: name).facts
    let head = facts.head.description
    let date = try history.repository.newestCommit(of: head).committedAt.day
    return try release(
      .init(version: version, tag: name, date: date, commit: head, previousTag: facts.base?.name),
      since: facts.base, to: head)
  }

  private func release(
    _ heading: ChangelogRelease.Heading, since base: ReleaseTag?, to head: String
  ) throws -> ChangelogRelease {
    try draft.release(
      heading, of: .init(base: base?.commit.description, head: head, corrections: "HEAD"),
      tellsNewcomers: tellsNewcomers)
  }

  /// What the second end of a range has and the first has not.
  func range(_ range: String) throws -> ChangelogRelease {
    let (from, to) = range.ends
    guard to.utf8.first != UInt8(ascii: ".") else {
      throw NotSupported("`...` in --range: two dots are meant")
    }
    let head = try history.repository.commit(to.isEmpty ? "HEAD" : to)
    let base = try from.isEmpty ? nil : history.repository.commit(from)
    return try draft.release(
      .init(commit: head), of: .init(base: base, head: head, corrections: "HEAD"),
      tellsNewcomers: tellsNewcomers)
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
      GitLogQuery(to: head.description), of: history, correctedBy: objects[1], style: draft.style,
      draft.progress?())
    let story = ReleaseStory(archive: archive, style: draft.style, policy: history.planner.policy)
    return ReleaseBook(story, head: head, tags: try await tags, planner: history.planner).changelog
  }

  @concurrent
  private func releaseTags() async throws -> [ReleaseTag] {
    try ReleaseTags.all(of: history.repository, for: [history.planner])[0].all
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
