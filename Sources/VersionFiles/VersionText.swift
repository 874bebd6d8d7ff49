import SemanticVersions

/// Versions in free text.
enum VersionText {
  /// Returns the first versions in a range, at most as many as asked for.
  ///
  /// A version is the longest text that SemVer 2.0.0 takes, alone or behind one `v`, and not glued to more of
  /// what versions are made of: neither `1.2.3.4` nor `1.2.3.tar` has one, but `app-1.2.3` and the end of a
  /// sentence have.
  static func ranges(in bytes: [UInt8], _ range: Range<Int>, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound, found.count < limit {
      guard Ascii.isVersionByte(bytes[place]) else {
        place += 1
        continue
      }
      let run = bytes[place..<range.upperBound].prefix(while: Ascii.isVersionByte)
      if let version = version(in: run) { found.append(version) }
      place = run.endIndex
    }
    return found
  }

  /// Returns where the version is in a run of version bytes: from its first digit that nothing is glued to,
  /// up to the run's end; dots at the end are those of a sentence.
  private static func version(in run: ArraySlice<UInt8>) -> Range<Int>? {
    guard let start = run.indices.first(where: { canStart(at: $0, in: run) }) else { return nil }
    let version = withoutDots(run[start...])
    // Why it is no version is of no interest: it is something else.
    guard (try? Version(parsing: version)) != nil else { return nil }
    return version.indices
  }

  static func withoutDots(_ run: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let dots = run.reversed().prefix { $0 == UInt8(ascii: ".") }.count
    return run.dropLast(dots)
  }

  private static func canStart(at place: Int, in run: ArraySlice<UInt8>) -> Bool {
    guard Ascii.isDigit(run[place]) else { return false }
    guard place > run.startIndex else { return true }
    let before = run[place - 1]
    if before | 0x20 == UInt8(ascii: "v") {
      return place - 1 == run.startIndex || run[place - 2] == UInt8(ascii: "-")
    }
    return before == UInt8(ascii: "-")
  }

  /// Returns the range without a `v` in front of a digit.
  static func withoutPrefix(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard range.count > 1, bytes[range.lowerBound] | 0x20 == UInt8(ascii: "v"),
      Ascii.isDigit(bytes[range.lowerBound + 1])
    else { return range }
    return (range.lowerBound + 1)..<range.upperBound
  }
}
