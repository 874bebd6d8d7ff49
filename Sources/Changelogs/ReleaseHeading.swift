import SemanticVersions

/// A heading that begins a release in a changelog.
///
/// People and tools write `## [1.5.0] - 2024-01-02`, `## 1.5.0 (2024-01-02)`, `# v1.5.0`, `## [1.5.0](…) (…)`,
/// `### [1.5.1](…)`, `## api@1.5.0` and `## [Unreleased]`; all of them are understood.
struct ReleaseHeading: Hashable {
  enum Subject: Hashable {
    case unreleased
    case version(Version)
  }

  let subject: Subject
  /// The text in brackets, when it is the label of a link reference: `[1.5.0]`, but not `[1.5.0](…)`.
  let label: String?

  /// Reads a line, or gives nil when no release begins here.
  init?(_ line: ArraySlice<UInt8>) {
    let text = line.withoutIndentation
    let level = text.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...3).contains(level), text.dropFirst(level).first == 0x20 else { return nil }
    let title = text.dropFirst(level).drop { $0 == 0x20 }
    let words = Self.label(of: title).map { [$0] } ?? title.split(separator: 0x20).prefix(2).map { $0 }
    guard let subject = words.lazy.compactMap(Subject.init).first else { return nil }
    self.subject = subject
    label = Self.isReference(title) ? Self.label(of: title).map { String($0) } : nil
  }

  /// The text in brackets that a title begins with.
  private static func label(of title: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard title.first == UInt8(ascii: "["), let end = title.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    return title[(title.startIndex + 1)..<end]
  }

  private static func isReference(_ title: ArraySlice<UInt8>) -> Bool {
    guard let end = title.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return title[(end + 1)...].first != UInt8(ascii: "(")
  }
}

extension ReleaseHeading.Subject {
  /// No version is longer; words that are cannot make the search slow.
  private static let longestWord = 256

  fileprivate init?(_ word: ArraySlice<UInt8>) {
    let word = word.trimmingDecoration
    if word.equalsIgnoringCase("unreleased".utf8) {
      self = .unreleased
    } else if let version = Self.version(in: word) {
      self = .version(version)
    } else {
      return nil
    }
  }

  /// A version that is the end of a word: `1.5.0`, `v1.5.0`, `api-v1.5.0`, `api@1.5.0`, `release/1.5.0`.
  private static func version(in word: ArraySlice<UInt8>) -> Version? {
    guard word.count <= longestWord else { return nil }
    for start in word.indices where word[start].isDigit && isStart(start, in: word) {
      // "Not a version" is the answer to a question here, not a failure.
      do { return try Version(parsing: String(word[start...])) } catch { continue }
    }
    return nil
  }

  private static func isStart(_ index: Int, in word: ArraySlice<UInt8>) -> Bool {
    index == word.startIndex || "vV-@/_".utf8.contains(word[index - 1])
  }
}

extension ArraySlice<UInt8> {
  /// The word without what people put around it: `**1.5.0**`, `1.5.0:`, `(1.5.0)`.
  fileprivate var trimmingDecoration: ArraySlice<UInt8> {
    let decoration = Array("*`~():,".utf8)
    let start = drop { decoration.contains($0) }
    return start.dropLast(start.reversed().prefix { decoration.contains($0) }.count)
  }
}
