/// The start of a footer: the token and the separator at the head of a line.
///
///     footer = token ( ": " / " #" ) value
///     token  = ( ALPHA / DIGIT ) *( ALPHA / DIGIT / "-" ) / "BREAKING CHANGE"
///
/// The text of `BREAKING CHANGE:` may also follow without a space or begin on the next line.
struct FooterMark {
  let token: Range<Int>
  let separator: CommitMessage.Footer.Separator
  /// Where the value starts.
  let end: Int
  /// Whether the footer announces a breaking change: in upper case only, and with a colon (rules 12, 15 and 16).
  let isBreaking: Bool

  /// Reads the head of a line; `nil` when the line starts no footer.
  init?(in bytes: [UInt8], line: Range<Int>) {
    guard !line.isEmpty, bytes[line.lowerBound] != Ascii.hyphen else { return nil }
    let namesBreaking = Self.namesBreaking(bytes, line)
    let tokenEnd =
      namesBreaking ? line.lowerBound + Self.spaced.count : bytes.end(of: line, while: Ascii.isToken)
    guard tokenEnd > line.lowerBound, tokenEnd < line.upperBound else { return nil }
    let next = tokenEnd + 1 < line.upperBound ? bytes[tokenEnd + 1] : nil
    token = line.lowerBound..<tokenEnd
    switch (bytes[tokenEnd], next) {
    case (Ascii.colon, _) where namesBreaking: (separator, end, isBreaking) = (.colon, tokenEnd + 1, true)
    case (Ascii.colon, Ascii.space): (separator, end, isBreaking) = (.colon, tokenEnd + 2, false)
    case (Ascii.space, Ascii.hash): (separator, end, isBreaking) = (.hash, tokenEnd + 2, false)
    default: return nil
    }
  }

  /// Whether the token is `BREAKING CHANGE` and no longer one, such as `BREAKING-CHANGES`.
  private static func namesBreaking(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard bytes[line.lowerBound] == UInt8(ascii: "B"), line.count > spaced.count else { return false }
    return (bytes.hasWord(spaced, at: line) || bytes.hasWord(hyphenated, at: line))
      && !Ascii.isToken(bytes[line.lowerBound + spaced.count])
  }

  private static let spaced = Array("BREAKING CHANGE".utf8)
  private static let hyphenated = Array("BREAKING-CHANGE".utf8)
}
