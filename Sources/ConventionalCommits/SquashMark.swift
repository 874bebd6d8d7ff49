/// What the head of a line means where a squashed message is taken apart.
enum SquashMark {
  /// A part starts with its header, which is at this place.
  case header(HeaderLayout, Range<Int>)
  /// A part starts on the next line and ends with ``isNestedEnd(_:)``.
  case nestedStart
  /// What follows is a list of commits as `git log` prints it.
  case logStart
  /// A commit of that list.
  case logEntry
  /// The line that GitHub draws between the commits and the credits.
  case rule

  /// Reads a line that is not quoted; `nil` when it goes on with what there is.
  ///
  /// Without a bullet, a type starts in lower case: `Test: by hand` is a label, and no commit.
  init?(_ line: Range<Int>, in bytes: [UInt8], startsParagraph: Bool) {
    // Most lines are told by one byte.
    switch line.first.map({ bytes[$0] }) {
    case UInt8(ascii: "*"): self.init(item: line, in: bytes)
    case UInt8(ascii: "B"), UInt8(ascii: "S"), Ascii.hyphen: self.init(words: line, in: bytes)
    case .some(let byte) where startsParagraph && Ascii.isLowercase(byte):
      self.init(paragraph: line, in: bytes)
    default: return nil
    }
  }

  /// Reads the title of a pull request after the words that Azure DevOps puts in front of it.
  init?(title line: Range<Int>, in bytes: [UInt8]) {
    guard bytes.hasWord(Words.azure, at: line) else { return nil }
    let number = line.dropFirst(Words.azure.count)
    let rest = bytes.end(of: number, while: Ascii.isDigit)..<line.upperBound
    guard bytes.hasWord(Words.colon, at: rest) else { return nil }
    self.init(header: rest.dropFirst(Words.colon.count), in: bytes)
  }

  static func isNestedEnd(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    bytes.isOnly(Words.nestedEnd, in: line)
  }

  private init?(header line: Range<Int>, in bytes: [UInt8]) {
    guard let header = HeaderLayout(ofKnownType: line, in: bytes) else { return nil }
    self = .header(header, line)
  }

  private init?(item line: Range<Int>, in bytes: [UInt8]) {
    guard bytes.hasWord(Words.bullet, at: line) else { return nil }
    let line = line.dropFirst(Words.bullet.count)
    if bytes.isOnly(Words.logStart, in: line) {
      self = .logStart
    } else {
      self.init(header: line, in: bytes)
    }
  }

  private init?(paragraph line: Range<Int>, in bytes: [UInt8]) {
    if Self.isLogEntry(line, in: bytes) {
      self = .logEntry
    } else {
      self.init(header: line, in: bytes)
    }
  }

  private init?(words line: Range<Int>, in bytes: [UInt8]) {
    if bytes.isOnly(Words.nestedStart, in: line) {
      self = .nestedStart
    } else if bytes.isOnly(Words.logStart, in: line) {
      self = .logStart
    } else if bytes.isOnly(Words.rule, in: line) {
      self = .rule
    } else {
      return nil
    }
  }

  private static func isLogEntry(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard bytes.hasWord(Words.commit, at: line) else { return false }
    let rest = line.dropFirst(Words.commit.count)
    let end = bytes.end(of: rest, while: Ascii.isHexDigit)
    return (7...64).contains(end - rest.lowerBound) && bytes.isBlank(end..<line.upperBound)
  }
}

/// The words that tools put between the messages that they squash.
private enum Words {
  static let bullet = Array("* ".utf8)
  static let azure = Array("Merged PR ".utf8)
  static let colon = Array(": ".utf8)
  static let commit = Array("commit ".utf8)
  static let nestedStart = Array("BEGIN_NESTED_COMMIT".utf8)
  static let nestedEnd = Array("END_NESTED_COMMIT".utf8)
  static let logStart = Array("Squashed commit of the following:".utf8)
  static let rule = Array("---------".utf8)
}
