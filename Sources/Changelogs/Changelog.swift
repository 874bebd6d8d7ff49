package import Mustache

/// The releases of a project, as templates get them.
package struct Changelog: Sendable {
  /// How many releases there are.
  package let count: Int
  /// Makes the heading of the release of a place, without what the release brings.
  package let heading: @Sendable (Int) -> ChangelogRelease.Heading
  /// Makes the release of a place; the newest has the first.
  package let release: @Sendable (Int) -> ChangelogRelease
  /// How commits are grouped, and where links lead.
  package let style: ChangelogStyle
  /// Whether this is the whole changelog, with its introduction and link references, or a part of one.
  package let isDocument: Bool

  /// Creates a changelog of releases that are made one by one, when they are asked for.
  package init(
    count: Int, style: ChangelogStyle, isDocument: Bool = false,
    heading: @escaping @Sendable (Int) -> ChangelogRelease.Heading,
    release: @escaping @Sendable (Int) -> ChangelogRelease
  ) {
    self.count = count
    self.heading = heading
    self.release = release
    self.style = style
    self.isDocument = isDocument
  }

  /// Creates a changelog of releases, the newest first.
  package init(_ releases: [ChangelogRelease], style: ChangelogStyle, isDocument: Bool = false) {
    self.init(
      count: releases.count, style: style, isDocument: isDocument, heading: { releases[$0].heading },
      release: { releases[$0] })
  }

  /// Hands on the text that a template makes of the changelog, piece by piece, without blank lines at its ends.
  ///
  /// - Parameter partials: Finds partials and parents by name.
  /// - Throws: `TemplateError` when a limit of rendering is reached, and whatever `partials` throws.
  package func render(
    with template: Template, as form: TextForm = .markdown,
    partials: @escaping Template.Partials = { _ in nil }, concurrently: ConcurrentMap? = nil,
    handingOn body: ([UInt8]) -> Void
  ) throws(TemplateError) {
    var trimmer = DocumentTrimmer()
    try template.render(
      mustacheData, partials: partials, escaping: form.escaping, limits: limits, concurrently: concurrently
    ) { body(trimmer.take($0)) }
    body(trimmer.finish())
  }

  /// Returns the text that a template makes of the changelog.
  ///
  /// - Throws: `TemplateError`.
  package func rendered(
    with template: Template, as form: TextForm = .markdown,
    partials: @escaping Template.Partials = { _ in nil }
  ) throws(TemplateError) -> String {
    var text: [UInt8] = []
    try render(with: template, as: form, partials: partials) { text += $0 }
    return String(text)
  }

  /// What a template may use up grows with the releases, of which a million commits may have many thousand.
  private var limits: TemplateLimits {
    let usual = TemplateLimits()
    return TemplateLimits(
      outputBytes: usual.outputBytes + count << 20, steps: usual.steps + count * 1_000_000)
  }
}
