import ConventionalCommits

/// How commits are grouped under titles, and where links lead.
package struct ChangelogStyle: Hashable, Sendable {
  /// A title and the types of commits below it.
  package struct Section: Hashable, Sendable {
    /// The heading.
    package let title: String
    /// The types in small letters; `*` is every type that no section names.
    package let types: [String]

    /// Creates a section.
    package init(title: String, types: [String]) {
      self.title = title
      self.types = types
    }
  }

  /// The sections in the order in which they are shown. A type that is in none of them is left out, unless the
  /// commit is breaking: then it is shown as such.
  package var sections: [Section]
  /// The title for commits whose message has no type; nil leaves them out.
  package var untypedTitle: String?
  /// Where commits, issues and comparisons are shown; nil when no web page is known.
  package var links: RepositoryLinks?

  /// Creates a style.
  package init(sections: [Section], untypedTitle: String? = nil, links: RepositoryLinks? = nil) {
    self.sections = sections
    self.untypedTitle = untypedTitle
    self.links = links
  }

  /// Returns the title that a commit is shown under, or nil when it is left out.
  func title(for commit: ChangelogCommit) -> String? {
    guard let type = commit.message.header?.type else { return untypedTitle }
    return (sections.first { $0.types.contains(type) } ?? sections.first { $0.types.contains("*") })?.title
  }
}

extension ChangelogStyle {
  /// The sections of Keep a Changelog 1.1.0 (https://keepachangelog.com/en/1.1.0/), in its order.
  ///
  /// A revert is a change: it takes back a feature, a fix or anything else, and only in the first case is
  /// something removed. What does not concern users (`docs`, `test`, `ci`, `chore` and the like) is left out.
  package static let keepAChangelog = ChangelogStyle(sections: [
    Section(title: "Added", types: ["feat", "feature", "add"]),
    Section(title: "Changed", types: ["perf", "refactor", "revert", "change"]),
    Section(title: "Deprecated", types: ["deprecate", "deprecated", "deprecation"]),
    Section(title: "Removed", types: ["remove", "removed"]),
    Section(title: "Fixed", types: ["fix", "bugfix", "hotfix"]),
    Section(title: "Security", types: ["security", "sec"]),
  ])

  /// The sections of the Angular convention, as conventional-changelog writes them.
  package static let angular = ChangelogStyle(sections: [
    Section(title: "Features", types: ["feat", "feature"]),
    Section(title: "Bug Fixes", types: ["fix", "bugfix", "hotfix"]),
    Section(title: "Performance Improvements", types: ["perf"]),
    Section(title: "Deprecations", types: ["deprecate", "deprecated", "deprecation"]),
    Section(title: "Security", types: ["security", "sec"]),
    Section(title: "Reverts", types: ["revert"]),
  ])
}
