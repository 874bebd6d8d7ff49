package import Mustache

/// The templates that come with the program; `templates/changelog/` has the same texts to start one's own from.
package enum ChangelogTemplate: String, CaseIterable, Hashable, Sendable {
  /// Keep a Changelog 1.1.0; the usual one.
  case keepAChangelog = "keep-a-changelog"
  /// The notes of a release on GitHub, GitLab or Gitea.
  case gitHubRelease = "github-release"
  /// The Angular convention.
  case angular
  /// Plain text for terminals, mails and tag messages.
  case plain

  /// The template's text.
  package var text: String {
    switch self {
    case .keepAChangelog: Self.keepAChangelogText
    case .gitHubRelease: Self.gitHubReleaseText
    case .angular: Self.angularText
    case .plain: Self.plainText
    }
  }

  /// The sections that the template is made for.
  package var style: ChangelogStyle {
    self == .angular ? .angular : .keepAChangelog
  }

  /// What kind of text it makes.
  package var form: TextForm { self == .plain ? .plain : .markdown }

  /// Returns the parsed template.
  ///
  /// - Throws: `TemplateError` if the text were wrong, which the tests rule out.
  package func template() throws(TemplateError) -> Template {
    try Template(parsing: text, name: rawValue)
  }
}
