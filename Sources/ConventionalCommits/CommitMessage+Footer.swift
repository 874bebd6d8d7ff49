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
    footers.filter { $0.token.isEqual(ignoringAsciiCase: token) }
  }

  /// The version that the last footer `Release-As` asks for, in whatever ASCII case the token is; as written there,
  /// up to the end of its line. `nil` without such a footer.
  package var releaseAs: String? {
    let bytes = text.bytes
    let footer = layout.sections.last {
      !$0.isGlued && bytes.isWord(lowercase: Self.releaseAsToken, in: $0.token)
    }
    return footer.map { footer in
      let start = bytes.end(of: footer.value, while: Ascii.isSpace)
      let end = bytes.end(of: start..<footer.value.upperBound) { $0 != Ascii.newline }
      return bytes.text(bytes.trimmed(start..<end))
    }
  }

  private static let releaseAsToken = Array("release-as".utf8)
}
