extension CommitMessage {
  /// The commits that the message takes back: the object ids that stand, in full or abbreviated, after git's own
  /// words `This reverts commit`.
  package var revertedCommits: [String] {
    ([body].compactMap(\.self) + footers.map(\.value)).flatMap(Self.revertedCommits)
  }

  private static func revertedCommits(in text: String) -> [String] {
    var commits: [String] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: sentence[0]) {
      rest = rest[start...]
      guard rest.starts(with: sentence) else {
        rest = rest.dropFirst()
        continue
      }
      let id = rest.dropFirst(sentence.count).prefix { Character(Unicode.Scalar($0)).isHexDigit }
      if (7...64).contains(id.count) { commits.append(String(decoding: id, as: UTF8.self)) }
      rest = rest.dropFirst(sentence.count)
    }
    return commits
  }

  private static let sentence = Array("This reverts commit ".utf8)
}
