package import Mustache

/// What kind of text a template makes; it decides how `{{name}}` is written.
package enum TextForm: Hashable, Sendable {
  /// Markdown: text from commits shows what was written and does nothing, unless `@name` is to ping people.
  case markdown(pings: Bool)
  /// Text for a terminal or a mail: on one line and without control characters.
  case plain

  /// Markdown that pings nobody.
  package static let markdown = TextForm.markdown(pings: false)

  /// The escaping that makes text from commits safe in such a document.
  package var escaping: Escaping {
    switch self {
    case .markdown(let pings): Escaping { InlineMarkdown.text($0, pings: pings) }
    case .plain: Escaping { String(CleanText.line($0)) }
    }
  }
}
