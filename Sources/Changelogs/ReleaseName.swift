import SemanticVersions

/// A word of a heading that names a release: `1.5.0`, `v1.5.0`, `api-v1.5.0`, `api@1.5.0`, `release/1.5.0`,
/// `Unreleased`.
struct ReleaseName {
  let subject: ReleaseHeading.Subject
  /// What is released, in small letters; nil when the word does not say.
  let component: String?
  /// The word, without what people put around it.
  let word: ArraySlice<UInt8>

  /// No name is longer; words that are cannot make the search slow.
  private static let longestWord = 256
  /// How many places of a word are tried as the beginning of a version.
  private static let mostStarts = 16
  /// Words before a version that name nothing.
  private static let emptyWords: Set<String> = [
    "version", "release", "ver", "rel", "v", "r", "the", "tag", "tags",
  ]

  /// Reads a word, or gives nil when it names no release.
  init?(_ word: ArraySlice<UInt8>) {
    guard word.count <= Self.longestWord else { return nil }
    self.word = word.trimmingDecoration
    if self.word.equalsIgnoringCase("unreleased".utf8) {
      subject = .unreleased
      component = nil
    } else if let (version, start) = Self.version(in: self.word) {
      subject = .version(version)
      component = Self.component(self.word[..<start])
    } else {
      return nil
    }
  }

  /// Reads what stands before a version.
  static func component(_ text: ArraySlice<UInt8>) -> String? {
    var name = text.trimmingDecoration
    if let last = name.last, last.lowercased == UInt8(ascii: "v"), let previous = name.dropLast().last,
      !previous.isAlphanumeric
    {
      name.removeLast()
    }
    while let last = name.last, !last.isAlphanumeric { name.removeLast() }
    let text = String(name.map(\.lowercased))
    return text.isEmpty || emptyWords.contains(text) ? nil : text
  }

  /// The version that a word ends with, and where it begins.
  private static func version(in word: ArraySlice<UInt8>) -> (Version, Int)? {
    let starts = word.indices.lazy.filter { word[$0].isDigit && isStart($0, in: word) }
    for start in starts.prefix(mostStarts) {
      // "Not a version" is the answer to a question here, not a failure.
      do { return (try Version(parsing: String(word[start...])), start) } catch { continue }
    }
    return nil
  }

  private static func isStart(_ index: Int, in word: ArraySlice<UInt8>) -> Bool {
    index == word.startIndex || "vV-@/_".utf8.contains(word[index - 1])
  }
}

extension ArraySlice<UInt8> {
  /// The word without what people put around it: `**1.5.0**`, `1.5.0:`, `(1.5.0)`, `\[1.5.0\]`.
  fileprivate var trimmingDecoration: ArraySlice<UInt8> {
    let decoration = Array("*`~():,[]\\".utf8)
    let start = drop { decoration.contains($0) }
    return start.dropLast(start.reversed().prefix { decoration.contains($0) }.count)
  }
}
