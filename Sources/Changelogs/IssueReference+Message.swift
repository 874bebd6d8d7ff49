package import ConventionalCommits

extension IssueReference {
  /// The words that say in a body what a commit does to an issue (GitHub's closing keywords).
  private static let closingWords: Set<String> = [
    "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved",
  ]

  /// The footers whose value names issues.
  private static let tokens: Set<String> = closingWords.union([
    "ref", "refs", "references", "see", "see-also", "issue", "issues", "related", "related-to", "relates-to",
    "part-of", "implements", "pr", "pull-request",
  ])

  /// Returns the issues that a message names, each once and in their order: in the description, in footers such
  /// as `Closes: #12` or `Refs #12`, and in the body after a closing word.
  package static func references(in message: CommitMessage) -> [IssueReference] {
    var found = ReferenceList()
    mentions(in: message.header?.description ?? message.subject).forEach { found.add($0) }
    for footer in message.footers where tokens.contains(footer.token.lowercased()) {
      mentions(in: footer.separator.rawValue == "#" ? "#" + footer.value : footer.value, action: footer.token)
        .forEach { found.add($0) }
    }
    closings(in: message.body ?? "").forEach { found.add($0) }
    return found.references
  }

  /// The references of a text; a closing word before one says more of it than the footer that holds all of them.
  private static func mentions(in text: String, action: String? = nil) -> [IssueReference] {
    let bytes = Array(text.utf8)
    return ReferenceScanner.matches(in: bytes).map { match in
      let own = action.flatMap { _ in word(before: match.range.lowerBound, in: bytes) }
        .flatMap { closingWords.contains($0.lowercased()) ? $0 : nil }
      return IssueReference(
        action: own ?? action, repository: match.reference.repository, number: match.reference.number)
    }
  }

  private static func closings(in body: String) -> [IssueReference] {
    let bytes = Array(body.utf8)
    return ReferenceScanner.matches(in: bytes).compactMap { match in
      guard let word = word(before: match.range.lowerBound, in: bytes),
        closingWords.contains(word.lowercased())
      else { return nil }
      return IssueReference(
        action: word, repository: match.reference.repository, number: match.reference.number)
    }
  }

  /// The word before a reference, with one space, or a colon and a space, between them.
  private static func word(before index: Int, in bytes: [UInt8]) -> String? {
    guard index > 0, bytes[index - 1] == UInt8(ascii: " ") else { return nil }
    var end = index - 1
    if end > 0, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    // No closing word is longer than eight letters.
    let letters = bytes[max(0, end - 9)..<end].reversed().prefix(while: \.isAlphanumeric)
    return letters.isEmpty ? nil : String(letters.reversed())
  }
}
