import ConventionalCommits
package import SemanticVersions

/// What one release brings.
package struct ChangelogRelease: Sendable {
  /// What a release is called, and what it follows.
  package struct Heading: Hashable, Sendable {
    /// The version; nil for what is not released yet.
    package var version: Version?
    /// The tag.
    package var tag: String?
    /// The day, `YYYY-MM-DD` in UTC.
    package var date: String?
    /// The full id of the commit that is released.
    package var commit: String?
    /// The tag of the release before; nil for the first one.
    package var previousTag: String?

    /// Creates a heading.
    package init(
      version: Version? = nil, tag: String? = nil, date: String? = nil, commit: String? = nil,
      previousTag: String? = nil
    ) {
      self.version = version
      self.tag = tag
      self.date = date
      self.commit = commit
      self.previousTag = previousTag
    }
  }

  /// Commits under a title.
  package struct Section: Sendable {
    /// The heading.
    package let title: String
    /// The commits in the order in which they were given.
    package let commits: ChangelogCommits

    /// Creates a section.
    package init(title: String, commits: ChangelogCommits) {
      self.title = title
      self.commits = commits
    }
  }

  /// What it is called.
  package let heading: Heading
  /// The commits by kind; no section is empty.
  package let sections: [Section]
  /// The commits that break something, whatever their type.
  package let breaking: [ChangelogCommit]
  /// Makes the list of those who wrote the commits, including commits that no section shows.
  package let contributors: @Sendable () -> [Contributor]
  /// How many commits there are, including those that no section shows.
  package let commitCount: Int

  /// Creates a release of commits that are grouped already.
  package init(
    _ heading: Heading, sections: [Section], breaking: [ChangelogCommit], commitCount: Int,
    contributors: @escaping @Sendable () -> [Contributor]
  ) {
    self.heading = heading
    self.sections = sections
    self.breaking = breaking
    self.contributors = contributors
    self.commitCount = commitCount
  }

  /// Groups the commits of a release.
  ///
  /// - Parameters:
  ///   - commits: The commits, usually the newest first; they are not sorted again.
  ///   - commitCount: How many commits there are, when some stand for several.
  ///   - isFirstTime: Whether the release before has no commit of somebody; nil when that is not known.
  package init(
    _ heading: Heading, commits: [ChangelogCommit], style: ChangelogStyle, commitCount: Int? = nil,
    isFirstTime: (@Sendable (Person) -> Bool)? = nil
  ) {
    var groups = [[ChangelogCommit]](repeating: [], count: style.titles.count)
    for commit in commits {
      if let place = style.place(for: commit.message) { groups[place].append(commit) }
    }
    self.init(
      heading,
      sections: zip(style.titles, groups).filter { !$1.isEmpty }.map {
        Section(title: $0, commits: ChangelogCommits($1))
      },
      breaking: commits.filter(\.message.isBreaking), commitCount: commitCount ?? commits.count,
      contributors: {
        Contributor.contributors(
          commits.lazy.flatMap { [$0.author] + $0.coAuthors }, isFirstTime: isFirstTime)
      })
  }

  /// What breaks, one text for each announcement, with its commit.
  ///
  /// Each repeats all that is told of the commit, so that a long message of very many announcements has the last of
  /// them in one.
  package var breakingChanges: [BreakingChange] {
    breaking.flatMap { commit in
      let texts = commit.message.breakingDescriptions
      let most = max(1, Self.repeatedBytes / max(1, commit.message.bytes.count))
      let rest = texts.dropFirst(most - 1)
      let told = rest.count > 1 ? texts.prefix(most - 1) + [rest.joined(separator: "\n")] : texts[...]
      return told.map { BreakingChange(description: $0, commit: commit) }
    }
  }

  /// How much of a message may be repeated.
  private static let repeatedBytes = 1 << 20

  /// Something that users must do, or can no longer do.
  package struct BreakingChange: Sendable {
    /// What breaks.
    package let description: String
    /// The commit that breaks it.
    package let commit: ChangelogCommit
  }
}
