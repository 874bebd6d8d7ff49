/// Finds `#12`, `owner/name#12` and `GH-12` in a text.
struct ReferenceScanner {
  /// A reference and where it stands.
  struct Match: Hashable {
    let range: Range<Int>
    let reference: IssueReference
  }

  /// Numbers longer than this are something else.
  private static let mostDigits = 9
  /// Names of owners and repositories longer than this are not searched, which keeps the scan linear.
  private static let longestName = 200

  private let bytes: [UInt8]

  /// Returns the references of a text in their order, without overlaps.
  static func matches(in bytes: [UInt8]) -> [Match] {
    let scanner = ReferenceScanner(bytes: bytes)
    var matches: [Match] = []
    var index = 0
    while index < bytes.count {
      if let match = scanner.match(at: index) {
        matches.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  private func match(at index: Int) -> Match? {
    switch bytes[index] {
    case UInt8(ascii: "#"): numbered(at: index)
    case UInt8(ascii: "G"), UInt8(ascii: "g"): prefixed(at: index)
    default: nil
    }
  }

  private func numbered(at hash: Int) -> Match? {
    guard let digits = digits(from: hash + 1) else { return nil }
    let number = String(bytes[digits])
    let start = nameStart(before: hash)
    if start == hash {
      guard isBoundary(before: hash) else { return nil }
      return Match(range: hash..<digits.upperBound, reference: IssueReference(number: number))
    }
    guard isRepository(bytes[start..<hash]), isBoundary(before: start) else { return nil }
    let reference = IssueReference(repository: String(bytes[start..<hash]), number: number)
    return Match(range: start..<digits.upperBound, reference: reference)
  }

  private func prefixed(at start: Int) -> Match? {
    guard bytes[start...].prefix(3).equalsIgnoringCase("GH-".utf8), isBoundary(before: start),
      let digits = digits(from: start + 3)
    else { return nil }
    let reference = IssueReference(number: String(bytes[digits]))
    return Match(range: start..<digits.upperBound, reference: reference)
  }

  private func digits(from start: Int) -> Range<Int>? {
    guard start < bytes.count, bytes[start] != UInt8(ascii: "0") else { return nil }
    let end = bytes[start...].prefix(Self.mostDigits + 1).prefix(while: \.isDigit).endIndex
    guard end > start, end - start <= Self.mostDigits else { return nil }
    return end < bytes.count && (bytes[end].isWordPart || bytes[end] == UInt8(ascii: "-")) ? nil : start..<end
  }

  /// Where the characters of a repository's name begin that end here.
  private func nameStart(before end: Int) -> Int {
    var start = end
    while start > 0, end - start < Self.longestName, isNamePart(bytes[start - 1]) { start -= 1 }
    return start
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || "._-/".utf8.contains(byte)
  }

  private func isRepository(_ name: ArraySlice<UInt8>) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count >= 2 && parts.allSatisfy { $0.first?.isAlphanumeric ?? false }
      && !name.prefix(4).equalsIgnoringCase("www.".utf8)
  }

  /// Whether a reference may begin here: not within a word, an address or an entity.
  private func isBoundary(before index: Int) -> Bool {
    guard index > 0 else { return true }
    let byte = bytes[index - 1]
    return !byte.isWordPart && !"#/&@.-=?".utf8.contains(byte)
  }
}
