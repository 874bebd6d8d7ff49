package import Mustache

/// What kind of text a template makes; it decides how `{{name}}` is written.
package enum TextForm: Hashable, Sendable {
  /// Markdown: text from commits shows what was written and does nothing.
  case markdown
  /// Text for a terminal or a mail: on one line and without control characters.
  case plain

  /// The escaping that makes text from commits safe in such a document.
  package var escaping: Escaping {
    switch self {
    case .markdown: Escaping { InlineMarkdown.text($0) }
    case .plain: Escaping { String(CleanText.line($0)) }
    }
  }
}
