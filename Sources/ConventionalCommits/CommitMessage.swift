/// A commit message, read as Conventional Commits 1.0.0 (https://www.conventionalcommits.org/en/v1.0.0/).
///
///     feat(parser)!: read arrays        type, scope, breaking mark, description
///
///     Arrays were refused so far.       body
///
///     BREAKING CHANGE: `[` is special   footers, each a token, a separator and a value
///     Refs #12
///
/// Reading is total. Whatever stands below the header can never invalidate the header, and text that is no
/// conventional commit at all is still a message with a subject, a body and footers.
///
/// A message is its text and no more, for a history is kept by the hundred thousand: each property is found when it
/// is asked for, in one pass at most. Two messages are equal when text and reading are.
package struct CommitMessage: Hashable, Sendable {
  let text: MessageText
  /// Whether a breaking change that is announced in the middle of a paragraph does not count.
  package let isStrict: Bool
  /// Whether the message came out of another one and is not taken apart, though its text holds others.
  let isIndivisible: Bool

  /// Reads a message from the bytes that git keeps.
  ///
  /// A byte order mark and leading blank lines are dropped, CRLF counts as LF, and invalid UTF-8 becomes U+FFFD.
  ///
  /// - Parameter strict: Whether `BREAKING CHANGE:` counts only in the header's `!` or as a footer, as the
  ///   specification says. Otherwise it counts at the start of any line of the body, too: overlooking a breaking
  ///   change costs more than a major version too many.
  package init(parsing bytes: ArraySlice<UInt8>, strict: Bool = false) {
    self.init(MessageText(bytes), strict: strict)
  }

  /// Reads a message from any bytes, like ``init(parsing:strict:)`` from a slice of an array.
  package init(parsing bytes: some Collection<UInt8>, strict: Bool = false) {
    self.init(parsing: Array(bytes)[...], strict: strict)
  }

  /// Reads a message from text, like ``init(parsing:strict:)`` from its UTF-8.
  package init(parsing text: String, strict: Bool = false) {
    self.init(parsing: Array(text.utf8)[...], strict: strict)
  }

  init(_ text: MessageText, strict: Bool, isIndivisible: Bool = false) {
    self.text = text
    isStrict = strict
    self.isIndivisible = isIndivisible
  }
}
