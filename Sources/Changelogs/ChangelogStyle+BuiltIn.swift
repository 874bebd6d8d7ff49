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
