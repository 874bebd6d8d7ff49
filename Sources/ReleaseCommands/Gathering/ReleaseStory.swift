internal import Changelogs
internal import ConventionalCommits
internal import ReleasePlanning
internal import StrictJSON

/// Makes releases of the commits of an archive: what is told of them, in which order, under which titles.
struct ReleaseStory: Sendable {
  let archive: CommitArchive
  let style: ChangelogStyle
  let policy: VersionPolicy

  /// A message of a commit: its own, or one of those that it holds.
  private struct Entry {
    let place: Int32
    /// The place of its title; negative when no section shows it.
    let title: Int
    let breaks: Bool
    var message: CommitMessage?
  }

  /// Returns the release that commits make, those left out that a revert undoes or a rule ignores.
  ///
  /// - Parameters:
  ///   - places: the commits that count, each once.
  ///   - newcomers: who has no commit in the release before; nil when that is not known.
  func release(
    _ heading: ChangelogRelease.Heading, of places: [Int32], newcomers: Set<Int32>?
  ) -> ChangelogRelease {
    let told = told(of: ordered(places))
    var (groups, breaking) = ([[Entry]](repeating: [], count: style.titleCount), [ChangelogCommit]())
    for entry in told.flatMap(entries) {
      if entry.title >= 0 { groups[entry.title].append(entry) }
      if entry.breaks { breaking.append(commit(entry)) }
    }
    let sections = groups.enumerated().filter { !$1.isEmpty }.map { title, entries in
      ChangelogRelease.Section(
        title: style.title(at: title),
        commits: ChangelogCommits(count: entries.count) { commit(entries[$0]) })
    }
    return ChangelogRelease(
      heading, sections: sections, breaking: breaking, commitCount: told.count,
      contributors: { contributors(told, newcomers) })
  }

  private func commit(_ entry: Entry) -> ChangelogCommit {
    archive.commit(Int(entry.place), saying: entry.message)
  }

  private func contributors(_ places: [Int32], _ newcomers: Set<Int32>?) -> [Contributor] {
    let people = archive.people
    var known: Set<Int32> = []
    var contributors: [Contributor] = []
    for place in places {
      for writer in archive.writers(Int(place)) where known.insert(people.identity(writer)).inserted {
        let isFirstTime = newcomers.map { $0.contains(people.identity(writer)) }
        contributors.append(Contributor(people.person(writer), isFirstTime: isFirstTime))
      }
    }
    return contributors
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
}

extension ReleaseStory {
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

  private func reading(_ place: Int32) -> CommitReading {
    CommitReading(
      id: archive.names[Int(place)], parents: archive.parents(Int(place)),
      message: archive.message(Int(place)),
      exclusion: archive.traits[Int(place)].flags.contains(.isExcluded) ? .commit : nil)
  }

  private func ordered(_ places: [Int32]) -> [Int32] {
    guard !archive.isChain(places) else { return places }
    let commits = places.map { place in
      HistoryOrder.Commit(
        archive.names[Int(place)], parents: archive.parents(Int(place)),
        date: archive.date(Int(place)).secondsSinceEpoch)
    }
    return HistoryOrder.places(of: commits).map { places[$0] }
  }
}
