package import Mustache

/// The templates that come with the program; `templates/changelog/` has the same texts to start one's own from.
package enum ChangelogTemplate: String, CaseIterable, Hashable, Sendable {
  /// Keep a Changelog 1.1.0; the usual one.
  case keepAChangelog = "keep-a-changelog"
  /// The notes of a release on GitHub, GitLab or Gitea.
  case gitHubRelease = "github-release"
  /// Conventional Commits, as conventional-changelog writes them: what breaks comes first.
  case conventionalCommits = "conventionalcommits"
  /// The Angular convention, as conventional-changelog writes it: what breaks comes last.
  case angular
  /// Plain text for terminals, mails and tag messages.
  case plain

  /// The template's text.
  package var text: String {
    switch self {
    case .keepAChangelog: Self.keepAChangelogText
    case .gitHubRelease: Self.gitHubReleaseText
    case .conventionalCommits: Self.conventionalCommitsText
    case .angular: Self.angularText
    case .plain: Self.plainText
    }
  }

  /// The sections that the template is made for.
  package var style: ChangelogStyle {
    switch self {
    case .angular, .conventionalCommits: .angular
    case .keepAChangelog, .gitHubRelease, .plain: .keepAChangelog
    }
  }

  /// Returns what kind of text it makes.
  ///
  /// - Parameter pings: Whether `@name` is to call people.
  package func form(pings: Bool = false) -> TextForm { self == .plain ? .plain : .markdown(pings: pings) }

  /// Returns the parsed template.
  ///
  /// - Throws: `TemplateError` if the text were wrong, which the tests rule out.
  package func template() throws(TemplateError) -> Template {
    try Template(parsing: text, name: rawValue)
  }
}
