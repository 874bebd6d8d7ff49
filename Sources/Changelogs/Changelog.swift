package import Mustache

/// The releases of a project, as templates get them.
package struct Changelog: Hashable, Sendable {
  /// The releases, the newest first.
  package let releases: [ChangelogRelease]
  /// Where commits, issues and tags are shown; nil when no web page is known.
  package let links: RepositoryLinks?
  /// Whether this is the whole changelog, with its introduction and link references, or a part of one.
  package let isDocument: Bool

  /// Creates a changelog.
  package init(releases: [ChangelogRelease], links: RepositoryLinks? = nil, isDocument: Bool = false) {
    self.releases = releases
    self.links = links
    self.isDocument = isDocument
  }

  /// Returns the text that a template makes of the changelog, without blank lines at its ends.
  ///
  /// - Parameters:
  ///   - partials: Finds partials and parents by name.
  ///   - form: What `{{name}}` is made safe for.
  /// - Throws: `TemplateError` when a limit of rendering is reached, and whatever `partials` throws.
  package func rendered(
    with template: Template, as form: TextForm = .markdown,
    partials: @escaping (String) throws(TemplateError) -> Template? = { _ in nil }
  ) throws(TemplateError) -> String {
    let text = try template.render(mustacheData, partials: partials, escaping: form.escaping)
    let bytes = Array(text.utf8)[...].trimmingBlankLines()
    return bytes.isEmpty ? "" : String(bytes) + "\n"
  }
}
