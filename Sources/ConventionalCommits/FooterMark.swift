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
    let content = bytes[line]
    let namesBreaking = Self.namesBreaking(content)
    let length = namesBreaking ? Self.breakingTokens[0].count : content.prefix(while: Ascii.isToken).count
    guard length > 0, content.first != Ascii.hyphen else { return nil }
    let rest = content.dropFirst(length)
    if namesBreaking, rest.first == Ascii.colon {
      self.init(content, length, .colon, separatorLength: 1, isBreaking: true)
    } else if rest.starts(with: [Ascii.colon, Ascii.space]) {
      self.init(content, length, .colon, separatorLength: 2, isBreaking: false)
    } else if rest.starts(with: [Ascii.space, Ascii.hash]) {
      self.init(content, length, .hash, separatorLength: 2, isBreaking: false)
    } else {
      return nil
    }
  }

  /// Whether the token is `BREAKING CHANGE` and no longer one, such as `BREAKING-CHANGES`.
  private static func namesBreaking(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "B") else { return false }
    guard let token = breakingTokens.first(where: { line.starts(with: $0) }) else { return false }
    return line.dropFirst(token.count).first.map { !Ascii.isToken($0) } ?? false
  }

  private init(
    _ line: ArraySlice<UInt8>, _ length: Int, _ separator: CommitMessage.Footer.Separator,
    separatorLength: Int, isBreaking: Bool
  ) {
    token = line.startIndex..<line.startIndex + length
    self.separator = separator
    end = token.upperBound + separatorLength
    self.isBreaking = isBreaking
  }

  private static let breakingTokens = [Array("BREAKING CHANGE".utf8), Array("BREAKING-CHANGE".utf8)]
}
