internal import Changelogs
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// All releases of a history, each made for the changelog when its turn comes.
struct ReleaseBook: Sendable {
  private let story: ReleaseStory
  /// The releases, the highest version first, what is not released yet before all.
  private let chapters: [Chapter]

  private struct Chapter {
    let heading: ChangelogRelease.Heading
    let commits: [Int32]
    /// Who has no commit in the release before, or in what it follows.
    let newcomers: Set<Int32>
  }

  /// Finds out which commits belong to which release.
  init(_ story: ReleaseStory, head: CommitName, tags: [ReleaseTag], planner: VersionPlanner) {
    self.story = story
    let archive = story.archive
    let counting = archive.places.map { $0 >= 0 && archive.counts($0) ? $0 : -1 }
    var walk = ReleaseWalk(archive.graph, places: counting, tags: tags)
    let steps = walk.steps(below: true)
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
    return Changelog(
      count: chapters.count - skipped, style: story.style, isDocument: true,
      heading: { chapters[$0 + skipped].heading }, release: { release($0 + skipped) })
  }

  private func release(_ place: Int) -> ChangelogRelease {
    let chapter = chapters[place]
    return story.release(chapter.heading, of: chapter.commits, newcomers: chapter.newcomers)
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
