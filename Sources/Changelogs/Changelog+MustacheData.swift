package import Mustache
import SemanticVersions

extension Changelog {
  /// The changelog as templates and `changelog --json` get it.
  ///
  /// Every key is always there and null when there is nothing, because a name that is missing would be looked up
  /// in the map around. Texts are as people wrote them; `…_markdown` is the same as safe Markdown with links, to
  /// be put in by `{{{…}}}`. `has_…` says of a list whether it has anything, for headings.
  package var mustacheData: MustacheValue {
    [
      "is_document": .bool(isDocument),
      "releases": .list(releases.map { $0.mustacheData(links: links) }),
      "repository_url": MustacheValue(links?.repositoryURL),
    ]
  }
}

extension ChangelogRelease {
  fileprivate func mustacheData(links: RepositoryLinks?) -> MustacheValue {
    let newcomers = contributors.filter { $0.isFirstTime == true }
    return [
      "version": MustacheValue(version?.description),
      "tag": MustacheValue(tag),
      "date": MustacheValue(date),
      "commit": MustacheValue(commit),
      "previous_tag": MustacheValue(previousTag),
      "compare_url": MustacheValue(compareURL),
      "tag_url": MustacheValue(tag.flatMap { links?.tagURL($0) }),
      "is_prerelease": .bool(version?.isPrerelease ?? false),
      "is_unreleased": .bool(version == nil),
      "commit_count": .number(String(commitCount)),
      "sections": .list(sections.map { $0.mustacheData(links: links) }),
      "has_sections": .bool(!sections.isEmpty),
      "breaking": .list(breaking.map { $0.mustacheData(links: links) }),
      "has_breaking": .bool(!breaking.isEmpty),
      "contributors": .list(contributors.map(\.mustacheData)),
      "has_contributors": .bool(!contributors.isEmpty),
      "new_contributors": .list(newcomers.map(\.mustacheData)),
      "has_new_contributors": .bool(!newcomers.isEmpty),
    ]
  }
}

extension ChangelogRelease.Section {
  fileprivate func mustacheData(links: RepositoryLinks?) -> MustacheValue {
    ["title": .string(title), "commits": .list(commits.map { .map($0.mustacheData(links: links)) })]
  }
}

extension ChangelogRelease.BreakingChange {
  /// The commit, with what breaks in place of what it does.
  fileprivate func mustacheData(links: RepositoryLinks?) -> MustacheValue {
    var data = commit.mustacheData(links: links)
    data["description"] = .string(description)
    data["description_markdown"] = .string(InlineMarkdown.text(description, links: links))
    return .map(data)
  }
}

extension Contributor {
  fileprivate var mustacheData: MustacheValue {
    [
      "name": .string(name), "email": .string(email),
      "is_first_time": isFirstTime.map(MustacheValue.bool) ?? .null,
    ]
  }
}
