/// Why a template could not be read or rendered, and where.
package struct TemplateError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// A tag is opened and its closing delimiter never comes.
    case unclosedTag
    /// A section, parent or block is never closed.
    case unclosedSection(String)
    /// A closing tag comes while nothing is open.
    case unexpectedClose(String)
    /// A closing tag does not name what was opened last.
    case mismatchedClose(expected: String, found: String)
    /// A set-delimiters tag does not hold two short words without `=`.
    case invalidDelimiters(String)
    /// A tag's name is empty, holds white space, or has an empty part between dots.
    case invalidName(String)
    /// Sections, partials, parents and blocks are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// The output is longer than the limit, in bytes.
    case outputTooLarge(limit: Int)
    /// A partial is there and cannot be read: why not, in words.
    case unreadable(String)
    /// More template elements were rendered than the limit.
    case tooManySteps(limit: Int)
  }

  /// What is wrong.
  package let kind: Kind
  /// The name of the template, as it was given to its parser.
  package let template: String
  /// The line of the tag, from 1.
  package let line: Int
  /// The column of the tag's first character, from 1, in Unicode scalars.
  package let column: Int

  /// Creates the error that a partial is there and cannot be read.
  package init(unreadable name: String, because reason: String) {
    self.init(.unreadable(reason), in: name, at: SourcePosition())
  }

  init(_ kind: Kind, in template: String, at position: SourcePosition) {
    self.kind = kind
    self.template = template
    line = position.line
    column = position.column
  }
}
