/// What opens quoted text: a code fence (CommonMark 4.5), an HTML comment (CommonMark 4.6), or front matter.
enum VerbatimMark: Hashable {
  case fence(UInt8, count: Int)
  case comment
  case frontMatter

  /// Reads the mark that a line opens and does not close itself.
  init?(openedBy line: ArraySlice<UInt8>) {
    guard !line.isEmpty else { return nil }
    let text = line.withoutIndentation
    if text.starts(with: "<!--".utf8) {
      guard !text.dropFirst(2).endsComment else { return nil }
      self = .comment
    } else if let fence = Self.fence(text) {
      self = fence
    } else {
      return nil
    }
  }

  /// Whether a line is the end of it.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .comment: line.endsComment
    case .fence(let byte, let count): line.fenceCount(of: byte) >= count
    case .frontMatter: false
    }
  }

  private static func fence(_ text: ArraySlice<UInt8>) -> VerbatimMark? {
    guard let byte = text.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let count = text.prefix { $0 == byte }.count
    // Backticks after backticks make it code within a line.
    guard count >= 3, byte != UInt8(ascii: "`") || !text.dropFirst(count).contains(byte) else { return nil }
    return .fence(byte, count: count)
  }
}

/// Where quoted text can end, for each line of a text.
struct VerbatimEnds {
  private let lastComment: Int
  /// The longest fence of each character below each line.
  private let backticks: [Int]
  private let tildes: [Int]

  init(of lines: [MarkdownLines.Line]) {
    lastComment = lines.lastIndex { $0.content.endsComment } ?? -1
    backticks = Self.longestBelow(lines, UInt8(ascii: "`"))
    tildes = Self.longestBelow(lines, UInt8(ascii: "~"))
  }

  /// Whether the end of a mark comes after the line that opened it.
  func contains(_ mark: VerbatimMark, after line: Int) -> Bool {
    switch mark {
    case .comment: lastComment > line
    case .fence(let byte, let count): (byte == UInt8(ascii: "`") ? backticks : tildes)[line] >= count
    case .frontMatter: false
    }
  }

  private static func longestBelow(_ lines: [MarkdownLines.Line], _ byte: UInt8) -> [Int] {
    var longest = 0
    return lines.reversed().map { line in
      defer { longest = max(longest, line.content.fenceCount(of: byte)) }
      return longest
    }.reversed()
  }
}

extension ArraySlice<UInt8> {
  /// Whether `-->` is in the text.
  fileprivate var endsComment: Bool {
    var rest = self
    while let end = rest.firstIndex(of: UInt8(ascii: ">")) {
      if self[..<end].suffix(2).elementsEqual("--".utf8) { return true }
      rest = rest[(end + 1)...]
    }
    return false
  }

  /// The length of the fence that is alone on this line, or 0.
  fileprivate func fenceCount(of byte: UInt8) -> Int {
    let text = withoutIndentation
    return text.first == byte && text.allSatisfy { $0 == byte } ? text.count : 0
  }
}
