internal import Changelogs
internal import ConventionalCommits
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// All releases of a history, each made for the changelog when its turn comes.
final class ReleaseBook: Sendable {
  private let archive: CommitArchive
  private let style: ChangelogStyle
  private let policy: VersionPolicy
  /// The releases, the highest version first, what is not released yet before all.
  private let chapters: [Chapter]

  private struct Chapter {
    let heading: ChangelogRelease.Heading
    let commits: [Int32]
    /// Who has no commit in the release before, or in what it follows.
    let newcomers: Set<Int32>
  }

  /// Finds out which commits belong to which release.
  init(
    _ archive: CommitArchive, head: CommitName, tags: [ReleaseTag], style: ChangelogStyle,
    planner: VersionPlanner
  ) {
    self.archive = archive
    self.style = style
    policy = planner.policy
    let counting = archive.places.map { place in
      place >= 0 && archive.traits[Int(place)].flags.contains(.counts) ? place : -1
    }
    var walk = ReleaseWalk(archive.graph, places: counting, tags: tags)
    let steps = walk.steps()
    let (base, open) = walk.pending(at: head, since: planner.mayCountFrom)
    let newcomers = Newcomers(
      steps.map { ($0.tag.name, $0.base?.name, $0.commits) } + [(nil, base?.name, open)], in: archive)
    let released = zip(steps, newcomers.byRelease).sorted { $0.0.tag.version > $1.0.tag.version }
      .map { step, newcomers in
        Chapter(heading: .init(step, in: archive), commits: step.commits, newcomers: newcomers)
      }
    let unreleased = Chapter(
      heading: .init(commit: head.description, previousTag: base?.name), commits: open,
      newcomers: newcomers.byRelease.last ?? [])
    chapters = [unreleased] + released
  }

  /// The whole changelog: what is not released yet only when there is something to show of it.
  var changelog: Changelog {
    let first = release(0)
    let skipped = first.sections.isEmpty && first.breaking.isEmpty ? 1 : 0
    return Changelog(count: chapters.count - skipped, style: style, isDocument: true) { [self] place in
      release(place + skipped)
    }
  }

  /// Makes the release of a place.
  private func release(_ place: Int) -> ChangelogRelease {
    let chapter = chapters[place]
    let told = told(of: ordered(chapter.commits))
    var (groups, breaking) = ([[Entry]](repeating: [], count: style.titleCount), [ChangelogCommit]())
    for entry in told.flatMap(entries) {
      if entry.title >= 0 { groups[entry.title].append(entry) }
      if entry.breaks { breaking.append(commit(entry)) }
    }
    let sections = groups.enumerated().filter { !$1.isEmpty }.map { title, entries in
      ChangelogRelease.Section(
        title: style.title(at: title),
        commits: ChangelogCommits(count: entries.count) { [self] in commit(entries[$0]) })
    }
    return ChangelogRelease(
      chapter.heading, sections: sections, breaking: breaking, commitCount: told.count,
      contributors: { [self] in contributors(told, of: chapter) })
  }

  private func commit(_ entry: Entry) -> ChangelogCommit {
    archive.commit(Int(entry.place), saying: entry.message)
  }

  private func contributors(_ places: [Int32], of chapter: Chapter) -> [Contributor] {
    let people = archive.people
    var known: Set<Int32> = []
    var contributors: [Contributor] = []
    for place in places {
      for writer in archive.writers(Int(place)) where known.insert(people.identity(writer)).inserted {
        contributors.append(
          Contributor(
            people.person(writer), isFirstTime: chapter.newcomers.contains(people.identity(writer))))
      }
    }
    return contributors
  }
}

extension ReleaseBook {
  /// A message of a commit: its own, or one of those that it holds.
  private struct Entry {
    let place: Int32
    /// The place of its title; negative when no section shows it.
    let title: Int
    let breaks: Bool
    var message: CommitMessage?
  }

  private func entries(_ place: Int32) -> [Entry] {
    let traits = archive.traits[Int(place)]
    guard traits.flags.contains(.isSquashed) else {
      return [Entry(place: place, title: Int(traits.title), breaks: traits.flags.contains(.breaks))]
    }
    let message = archive.message(Int(place))
    return message.squashedParts(saying: message.kind).map { part in
      Entry(place: place, title: style.place(for: part) ?? -1, breaks: part.isBreaking, message: part)
    }
  }

  /// The commits without those that a rule leaves out or that undo one another.
  private func told(of places: [Int32]) -> [Int32] {
    let cancelled = cancelled(among: places)
    return places.filter { place in
      !archive.traits[Int(place)].flags.contains(.isExcluded) && !cancelled.contains(place)
    }
  }

  private func cancelled(among places: [Int32]) -> Set<Int32> {
    guard places.contains(where: { archive.traits[Int($0)].flags.contains(.reverts) }) else { return [] }
    let accounts = Accounting(places.map(reading), of: archive.graph, under: policy).accounts
    return Set(zip(places, accounts).filter { $1.outcome == .cancelled }.map(\.0))
  }

  private func ordered(_ places: [Int32]) -> [Int32] {
    let commits = places.map { place in
      HistoryOrder.Commit(
        archive.names[Int(place)], parents: archive.parents(Int(place)),
        date: archive.date(Int(place)).secondsSinceEpoch)
    }
    return HistoryOrder.places(of: commits).map { places[$0] }
  }

  private func reading(_ place: Int32) -> CommitReading {
    CommitReading(
      id: archive.names[Int(place)], parents: archive.parents(Int(place)),
      message: archive.message(Int(place)),
      exclusion: archive.traits[Int(place)].flags.contains(.isExcluded) ? .commit : nil)
  }
}

extension ChangelogRelease.Heading {
  fileprivate init(_ step: ReleaseWalk.Step, in archive: CommitArchive) {
    let place = archive.graph.number(of: step.tag.commit).map { archive.places[$0] } ?? -1
    self.init(
      version: step.tag.version, tag: step.tag.name, date: place < 0 ? nil : archive.date(Int(place)).day,
      commit: step.tag.commit.description, previousTag: step.base?.name)
  }
}
