internal import Changelogs
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// The releases of a history, for changelogs.
struct ChangelogReleases {
  let history: History
  let style: ChangelogStyle

  private var draft: ChangelogDraft { ChangelogDraft(history: history) }

  func changelog(_ releases: [ChangelogRelease]) -> Changelog {
    Changelog(releases: releases, links: style.links)
  }

  /// What the head has and the last release has not.
  func unreleased() throws -> ChangelogRelease {
    let gathered = try history.gather(at: "HEAD", keepingRecords: true)
    return try draft.release(
      version: nil, tag: nil, base: gathered.facts.base, commits: gathered.records, date: nil,
      head: gathered.facts.head.description, style: style)
  }

  /// What a release has and the one before has not.
  func release(tagged name: String) throws -> ChangelogRelease {
    guard let version = history.planner.pattern.version(of: name) else {
      throw CutRefusal.notAReleaseTag(name, pattern: history.planner.pattern.text)
    }
    let gathered = try history.gather(at: "refs/tags/\(name)", excluding: name, keepingRecords: true)
    let head = gathered.facts.head.description
    let date = try history.repository.newestCommit(of: head).committedAt
    return try draft.release(
      version: version, tag: name, base: gathered.facts.base, commits: gathered.records, date: date,
      head: head, style: style)
  }

  /// What the second end of a range has and the first has not.
  func range(_ range: String) throws -> ChangelogRelease {
    let (from, to) = range.ends
    let head = try history.repository.commit(to.isEmpty ? "HEAD" : to)
    let base = try from.isEmpty ? nil : history.repository.commit(from)
    return try draft.release(
      version: nil, tag: nil, base: nil, commits: history.records(since: base, to: head), date: nil,
      head: head, style: style)
  }

  /// Every release that the head can reach, and what is not released yet when there is something.
  func everything() throws -> Changelog {
    let tags = try history.reachedReleases(from: "HEAD").sorted { $0.version > $1.version }
    let open = try unreleased()
    let releases = (open.sections.isEmpty ? [] : [open]) + (try tags.map { try release(tagged: $0.name) })
    return Changelog(releases: releases, links: style.links, isDocument: true)
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
