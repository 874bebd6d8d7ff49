/// Finds lines that a person means as a breaking change and that the specification does not count: in lower case,
/// in a list, in bold, in the plural, with a dash. Such a commit would be released as harmless without a word.
enum BreakingHint {
  static func isPresent(in line: Range<Int>, of bytes: [UInt8]) -> Bool {
    let content = bytes.end(of: line, while: isDecoration)..<line.upperBound
    guard !content.isEmpty, Ascii.lowercased(bytes[content.lowerBound]) == UInt8(ascii: "b") else {
      return false
    }
    guard let phrase = phrases.first(where: { bytes.hasWord(lowercase: $0, at: content) }) else {
      return false
    }
    let afterPhrase = content.lowerBound + phrase.count..<content.upperBound
    let end = bytes.end(of: afterPhrase) { isDecoration($0) && $0 != Ascii.hyphen }
    guard end < line.upperBound else { return false }
    return bytes[end] == Ascii.colon || bytes[end] == Ascii.hyphen || bytes[end] == Ascii.hash
  }

  /// What people put before and after the words: white space, bullets, quotation and bold marks, hyphens.
  private static func isDecoration(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.space, UInt8(ascii: "\t"), UInt8(ascii: "*"), Ascii.hyphen, UInt8(ascii: ">"),
      UInt8(ascii: "_"), Ascii.backtick:
      true
    default: false
    }
  }

  /// Longer phrases first, for one is the start of the other.
  private static let phrases = [
    "breaking changes", "breaking-changes", "breaking change", "breaking-change", "breaking",
  ]
  .map { Array($0.utf8) }
}
