/// What the head of a line means where a squashed message is taken apart.
enum SquashMark {
  /// A part starts with its header, which is at this place.
  case header(CommitMessage.Header, Range<Int>)
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
  init?(_ line: Range<Int>, in text: MessageText, startsParagraph: Bool) {
    let content = text.bytes[line]
    if content.starts(with: Words.bullet) {
      self.init(item: line.dropFirst(Words.bullet.count), in: text)
    } else if startsParagraph, content.first.map(Ascii.isLowercase) == true {
      self.init(paragraph: line, in: text)
    } else {
      self.init(words: content)
    }
  }

  /// Reads the title of a pull request after the words that Azure DevOps puts in front of it.
  init?(title line: Range<Int>, in text: MessageText) {
    let content = text.bytes[line]
    guard content.starts(with: Words.azure) else { return nil }
    let rest = content.dropFirst(Words.azure.count).drop { Ascii.isDigit($0) }
    guard rest.starts(with: Words.colon) else { return nil }
    self.init(header: (rest.startIndex + Words.colon.count)..<line.upperBound, in: text)
  }

  static func isNestedEnd(_ line: ArraySlice<UInt8>) -> Bool { line.isOnly(Words.nestedEnd) }

  private init?(header line: Range<Int>, in text: MessageText) {
    guard let header = CommitMessage.Header(ofKnownType: text.bytes[line]) else { return nil }
    self = .header(header, line)
  }

  private init?(item line: Range<Int>, in text: MessageText) {
    if text.bytes[line].isOnly(Words.logStart) {
      self = .logStart
    } else {
      self.init(header: line, in: text)
    }
  }

  private init?(paragraph line: Range<Int>, in text: MessageText) {
    if Self.isLogEntry(text.bytes[line]) {
      self = .logEntry
    } else {
      self.init(header: line, in: text)
    }
  }

  private init?(words line: ArraySlice<UInt8>) {
    if line.isOnly(Words.nestedStart) {
      self = .nestedStart
    } else if line.isOnly(Words.logStart) {
      self = .logStart
    } else if line.isOnly(Words.rule) {
      self = .rule
    } else {
      return nil
    }
  }

  private static func isLogEntry(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: Words.commit) else { return false }
    let id = line.dropFirst(Words.commit.count).prefix { Character(Unicode.Scalar($0)).isHexDigit }
    return (7...64).contains(id.count) && line[id.endIndex...].allSatisfy(Ascii.isSpace)
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

extension ArraySlice<UInt8> {
  /// Whether the line holds these words and nothing else but white space after them.
  fileprivate func isOnly(_ words: [UInt8]) -> Bool {
    starts(with: words) && dropFirst(words.count).allSatisfy(Ascii.isSpace)
  }
}
