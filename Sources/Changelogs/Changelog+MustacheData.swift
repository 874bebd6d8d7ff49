package import Mustache
import SemanticVersions

extension Changelog {
  /// The changelog as templates and `changelog --json` get it.
  ///
  /// Every key is always there and null when there is nothing, because a name that is missing would be looked up
  /// in the map around. Texts are as people wrote them, but for characters that steer terminals; `…_markdown` is the
  /// same as safe Markdown with links, to be put in by `{{{…}}}`. `has_…` says of a list whether it has anything, for
  /// headings.
  package var mustacheData: MustacheValue {
    let (heading, release, style) = (heading, release, style)
    return [
      "is_document": .bool(isDocument),
      "releases": .sequence(
        MustacheSequence(count: count) { .record(ReleaseData(release: release($0), style: style)) }),
      "headings": .sequence(
        MustacheSequence(count: count) { .record(HeadingData(heading($0), style.links)) }),
      "repository_url": MustacheValue(style.links?.repositoryURL),
    ]
  }
}

/// What a release is called, as templates get it.
final class HeadingData: MustacheRecord {
  private let heading: ChangelogRelease.Heading
  private let links: RepositoryLinks?

  init(_ heading: ChangelogRelease.Heading, _ links: RepositoryLinks?) {
    self.heading = heading
    self.links = links
  }

  static let memberNames = [
    "version", "tag", "date", "commit", "previous_tag", "compare_url", "tag_url", "is_prerelease",
    "is_unreleased",
  ]

  func member(_ name: String) -> MustacheValue? {
    switch name {
    case "version": MustacheValue(heading.version?.description)
    case "tag": MustacheValue(heading.tag)
    case "date": MustacheValue(heading.date)
    case "commit": MustacheValue(heading.commit)
    case "previous_tag": MustacheValue(heading.previousTag)
    case "compare_url": MustacheValue(heading.compareURL(links))
    case "tag_url": MustacheValue(heading.tag.flatMap { links?.tagURL($0) })
    case "is_prerelease": .bool(heading.version?.isPrerelease ?? false)
    case "is_unreleased": .bool(heading.version == nil)
    default: nil
    }
  }
}

/// A release as templates get it.
final class ReleaseData: MustacheRecord {
  private let heading: HeadingData
  private let release: ChangelogRelease
  private let style: ChangelogStyle

  init(release: ChangelogRelease, style: ChangelogStyle) {
    heading = HeadingData(release.heading, style.links)
    self.release = release
    self.style = style
  }

  static let memberNames =
    HeadingData.memberNames + [
      "commit_count", "sections", "has_sections", "breaking", "has_breaking", "contributors",
      "has_contributors", "new_contributors", "has_new_contributors",
    ]

  func member(_ name: String) -> MustacheValue? {
    heading.member(name) ?? contentMember(name)
  }

  private func contentMember(_ name: String) -> MustacheValue? {
    switch name {
    case "commit_count": return .number(String(release.commitCount))
    case "sections": return MustacheValue(release.sections.map { SectionData(section: $0, style: style) })
    case "has_sections": return .bool(!release.sections.isEmpty)
    case "breaking":
      return MustacheValue(
        release.breakingChanges.map {
          CommitData(commit: $0.commit, style: style, breakingDescription: $0.description)
        })
    case "has_breaking": return .bool(!release.breaking.isEmpty)
    case "contributors": return MustacheValue(release.contributors().map(ContributorData.init))
    case "has_contributors": return .bool(release.commitCount > 0)
    case "new_contributors": return MustacheValue(newcomers.map(ContributorData.init))
    case "has_new_contributors": return .bool(!newcomers.isEmpty)
    default: return nil
    }
  }

  private var newcomers: [Contributor] { release.contributors().filter { $0.isFirstTime == true } }
}

extension ChangelogRelease.Heading {
  /// Where the difference to the release before is shown.
  package func compareURL(_ links: RepositoryLinks?) -> String? {
    previousTag.flatMap { links?.compareURL(from: $0, to: tag ?? "HEAD") }
  }
}

/// A section as templates get it.
final class SectionData: MustacheRecord {
  private let section: ChangelogRelease.Section
  private let style: ChangelogStyle

  init(section: ChangelogRelease.Section, style: ChangelogStyle) {
    self.section = section
    self.style = style
  }

  static let memberNames = ["title", "commits"]

  func member(_ name: String) -> MustacheValue? {
    let (commits, style) = (section.commits, style)
    switch name {
    case "title": return .string(section.title)
    case "commits":
      return .sequence(
        MustacheSequence(count: commits.count) { .record(CommitData(commit: commits[$0], style: style)) })
    default: return nil
    }
  }
}

/// Somebody as templates get them.
final class PersonData: MustacheRecord {
  private let person: Person

  init(_ person: Person) {
    self.person = person
  }

  static let memberNames = ["name", "email", "login"]

  func member(_ name: String) -> MustacheValue? {
    switch name {
    case "name": .string(CleanText.single(person.name.isEmpty ? person.email : person.name))
    case "email": .string(CleanText.single(person.email))
    case "login": MustacheValue(person.login)
    default: nil
    }
  }
}

/// A contributor as templates get them.
final class ContributorData: MustacheRecord {
  private let person: PersonData
  private let isFirstTime: Bool?

  init(_ contributor: Contributor) {
    person = PersonData(contributor.person)
    isFirstTime = contributor.isFirstTime
  }

  static let memberNames = PersonData.memberNames + ["is_first_time"]

  func member(_ name: String) -> MustacheValue? {
    name == "is_first_time" ? isFirstTime.map(MustacheValue.bool) ?? .null : person.member(name)
  }
}
