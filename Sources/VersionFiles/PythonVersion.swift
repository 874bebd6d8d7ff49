import SemanticVersions

/// Versions of SemVer as PEP 440 writes them
/// (https://packaging.python.org/en/latest/specifications/version-specifiers).
enum PythonVersion {
  /// Returns the normal form: `1.2.0rc1` for `1.2.0-rc.1`; `nil` when PEP 440 has no version for it.
  ///
  /// Only what sorts before the release in both orders counts: `1.2.0-1` and `1.2.0-post.1` are prereleases
  /// for SemVer, and post-releases for PEP 440.
  static func normalForm(of version: Version) -> String? {
    guard let prerelease = suffix(of: version.prerelease), let local = local(of: version.build) else {
      return nil
    }
    return version.core.description + prerelease + local
  }

  private static func suffix(of identifiers: [PrereleaseIdentifier]) -> String? {
    guard let first = identifiers.first, identifiers.count <= 2 else { return identifiers.isEmpty ? "" : nil }
    let bytes = first.text.utf8.map(Ascii.lowercased)
    let word = bytes.prefix(while: Ascii.isLetter)
    var digits = bytes[word.endIndex...]
    if digits.first == UInt8(ascii: "-"), digits.count > 1 { digits = digits.dropFirst() }
    if identifiers.count == 2 {
      guard digits.isEmpty, let number = identifiers[1].number else { return nil }
      digits = Array(number.digits.utf8)[...]
    }
    guard digits.allSatisfy(Ascii.isDigit), let series = series(word) else { return nil }
    return series + number(digits)
  }

  private static func series(_ word: ArraySlice<UInt8>) -> String? {
    switch String(decoding: word, as: UTF8.self) {
    case "a", "alpha": "a"
    case "b", "beta": "b"
    case "c", "rc", "pre", "preview": "rc"
    case "dev": ".dev"
    default: nil
    }
  }

  /// The digits without leading zeros; none count as zero.
  private static func number(_ digits: ArraySlice<UInt8>) -> String {
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
  }

  private static func local(of build: [String]) -> String? {
    guard !build.isEmpty else { return "" }
    let parts = build.flatMap {
      $0.utf8.map(Ascii.lowercased).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    }
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let words = parts.map { $0.allSatisfy(Ascii.isDigit) ? number($0) : String(decoding: $0, as: UTF8.self) }
    return "+" + words.joined(separator: ".")
  }
}
