extension CommitMessage {
  /// A footer of a commit message: `Reviewed-by: Z`, `Refs #12`, `BREAKING CHANGE: text`.
  package struct Footer: Hashable, Sendable {
    /// What stands between token and value.
    package enum Separator: String, Hashable, Sendable {
      case colon = ":"
      case hash = "#"
    }

    /// The token as written.
    package let token: String
    /// The separator, without the space that belongs to it.
    package let separator: Separator
    /// The text up to the next footer, trimmed; it may hold line breaks and blank lines (rule 10).
    package let value: String

    init(_ section: MessageLayout.Section, in text: MessageText) {
      token = text.trimmed(section.token)
      separator = section.separator
      value = text.trimmed(section.value)
    }
  }
}

extension CommitMessage {
  /// Returns the footers of a token, compared without regard to ASCII case.
  package func footers(named token: String) -> [Footer] {
    let wanted = token.asciiLowercased
    return footers.filter { $0.token.asciiLowercased.utf8.elementsEqual(wanted.utf8) }
  }
}
