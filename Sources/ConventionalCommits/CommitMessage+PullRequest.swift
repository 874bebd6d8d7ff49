extension CommitMessage {
  /// The digits of the number that the forge gave the pull request; `nil` when the subject names none.
  ///
  ///     feat: x (#12)                          GitHub, a squash
  ///     Merge pull request #12 from o/branch   GitHub, Gitea and Bitbucket Data Center
  ///     Merged PR 12: feat: x                  Azure DevOps
  ///     Merged in branch (pull request #12)    Bitbucket Cloud
  package var pullRequest: String? {
    let bytes = text.bytes
    let subject = bytes.trimmed(text.header.range)
    let merge = GeneratedSubject(subject, in: bytes) == .merge ? MergeNumber(of: subject, in: bytes) : nil
    return (merge?.digits ?? NumberSuffix(of: subject, in: bytes)?.digits).map(bytes.text)
  }
}

/// The number of the pull request that a merge is of.
private struct MergeNumber {
  let digits: Range<Int>

  init?(of subject: Range<Int>, in bytes: [UInt8]) {
    if let suffix = NumberSuffix(of: subject, after: Self.bitbucket, in: bytes) {
      digits = suffix.digits
    } else if let words = [Self.github, Self.azure].first(where: { bytes.hasWord($0, at: subject) }) {
      let rest = subject.dropFirst(words.count)
      digits = rest.lowerBound..<bytes.end(of: rest, while: Ascii.isDigit)
    } else {
      return nil
    }
    guard !digits.isEmpty else { return nil }
  }

  private static let github = Array("Merge pull request #".utf8)
  private static let azure = Array("Merged PR ".utf8)
  private static let bitbucket = Array(" (pull request #".utf8)
}
