/// Finds lines that a person means as a breaking change and that the specification does not count: in lower case,
/// in a list, in bold, in the plural, with a dash. Such a commit would be released as harmless without a word.
enum BreakingHint {
  static func isPresent(in line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { decoration.contains($0) }
    guard let first = content.first, Ascii.lowercased(first) == UInt8(ascii: "b") else { return false }
    guard let phrase = phrases.first(where: { content.starts(withLowercase: $0) }) else { return false }
    let rest = content.dropFirst(phrase.count).drop { decoration.contains($0) && $0 != Ascii.hyphen }
    return rest.first.map { $0 == Ascii.colon || $0 == Ascii.hyphen || $0 == Ascii.hash } ?? false
  }

  /// What people put before and after the words: white space, bullets, quotation and bold marks, hyphens.
  private static let decoration = Array(" \t*->_`".utf8)

  /// Longer phrases first, for one is the start of the other.
  private static let phrases = [
    "breaking changes", "breaking-changes", "breaking change", "breaking-change", "breaking",
  ]
  .map { Array($0.utf8) }
}
