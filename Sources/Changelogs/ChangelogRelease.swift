import ConventionalCommits
package import SemanticVersions

/// What one release brings.
package struct ChangelogRelease: Hashable, Sendable {
  /// Commits under a title.
  package struct Section: Hashable, Sendable {
    /// The heading.
    package let title: String
    /// The commits in the order in which they were given.
    package let commits: [ChangelogCommit]
  }

  /// Something that users must do, or can no longer do.
  package struct BreakingChange: Hashable, Sendable {
    /// What breaks.
    package let description: String
    /// The commit that breaks it.
    package let commit: ChangelogCommit
  }

  /// The version; nil for what is not released yet.
  package let version: Version?
  /// The tag.
  package let tag: String?
  /// The day, `YYYY-MM-DD`.
  package let date: String?
  /// The commit that is released.
  package let commit: String?
  /// The tag of the release before.
  package let previousTag: String?
  /// Where the difference to the release before is shown.
  package let compareURL: String?
  /// The commits by kind; no section is empty.
  package let sections: [Section]
  /// All that breaks, whatever the type of its commit.
  package let breaking: [BreakingChange]
  /// Who wrote the commits, including those that no section shows.
  package let contributors: [Contributor]
  /// How many commits there are, including those that no section shows.
  package let commitCount: Int

  /// Groups the commits of a release.
  ///
  /// - Parameters:
  ///   - version: The version; nil for what is not released yet.
  ///   - date: The day, `YYYY-MM-DD`.
  ///   - commit: The full id of the commit that is released.
  ///   - previousTag: The tag of the release before; nil for the first one.
  ///   - commits: The commits, usually the newest first; they are not sorted again.
  ///   - earlierEmails: The mail addresses, in small letters, of everybody who wrote a commit of an earlier
  ///     release; nil when not known.
  package init(
    version: Version?, tag: String?, date: String?, commit: String?, previousTag: String?,
    commits: [ChangelogCommit], style: ChangelogStyle, earlierEmails: Set<String>? = nil
  ) {
    self.version = version
    self.tag = tag
    self.date = date
    self.commit = commit
    self.previousTag = previousTag
    compareURL = previousTag.flatMap { style.links?.compareURL(from: $0, to: tag ?? commit ?? "HEAD") }
    sections = Self.sections(of: commits, style: style)
    breaking = commits.flatMap { commit in
      commit.message.breakingDescriptions.map { BreakingChange(description: $0, commit: commit) }
    }
    contributors = Contributor.contributors(of: commits, earlierEmails: earlierEmails)
    commitCount = commits.count
  }

  private static func sections(of commits: [ChangelogCommit], style: ChangelogStyle) -> [Section] {
    var groups: [String: [ChangelogCommit]] = [:]
    for commit in commits {
      guard let title = style.title(for: commit) else { continue }
      groups[title, default: []].append(commit)
    }
    return style.titles.compactMap { title in groups[title].map { Section(title: title, commits: $0) } }
  }
}

extension ChangelogStyle {
  /// All titles in their order, each once.
  fileprivate var titles: [String] {
    var known: Set<String> = []
    return (sections.map(\.title) + [untypedTitle].compactMap(\.self)).filter { known.insert($0).inserted }
  }
}
