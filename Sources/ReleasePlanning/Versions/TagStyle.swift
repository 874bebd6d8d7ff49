package import SemanticVersions

/// The patterns that the tags of a repository follow.
package enum TagStyle {
  /// Returns the patterns that two tags or more follow, the most frequent first; of equals the shorter one.
  package static func patterns(of names: [String]) -> [(pattern: TagPattern, count: Int)] {
    var counts: [String: Int] = [:]
    for name in names { if let text = text(of: name) { counts[text, default: 0] += 1 } }
    let frequent = counts.filter { $0.value > 1 || counts.count == 1 }
      .sorted { ($1.value, $0.key.utf8.count, $0.key) < ($0.value, $1.key.utf8.count, $1.key) }
    return frequent.compactMap { text, count in
      // A tag that git has makes a pattern that git allows.
      do { return (try TagPattern(parsing: text), count) } catch { return nil }
    }
  }

  /// The name with `{version}` in the place of the longest version in it; nil without one.
  private static func text(of name: String) -> String? {
    let bytes = Array(name.utf8)
    let starts = bytes.indices.filter { isDigit(bytes[$0]) && ($0 == 0 || !isPart(bytes[$0 - 1])) }
    for start in starts {
      for end in (start...bytes.count).reversed() where isVersion(bytes[start..<end]) {
        return String(decoding: bytes[..<start], as: UTF8.self) + "{version}"
          + String(decoding: bytes[end...], as: UTF8.self)
      }
    }
    return nil
  }

  private static func isVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
    do { _ = try Version(parsing: bytes) } catch { return false }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a version cannot begin right after the byte: it would be the rest of a number.
  private static func isPart(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: ".") }
}
