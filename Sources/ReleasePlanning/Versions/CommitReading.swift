package import ConventionalCommits

/// What a version plan needs of a commit: what its message announces and takes back, whatever the policy.
package struct CommitReading: Hashable, Sendable {
  /// The commit's full name.
  package let id: CommitName
  /// The commits that it follows from, as far as the repository knows.
  package let parents: [CommitName]
  /// The first line of its message.
  package let subject: String
  /// The kind of change that the whole message announces.
  package let kind: CommitKind
  /// The kinds of the messages that were squashed into it, its own first; empty when there are no others.
  package let squashed: [CommitKind]
  /// What it says that it takes back or brings back.
  package let reversals: [Reversal]
  /// The version that its footer `Release-As` asks for, as written.
  package let releaseAs: String?
  /// The rule that leaves it out; nil: none does.
  package let exclusion: Exclusion?
  /// Where its message was corrected after the fact; nil: it was not.
  package let correction: Correction?

  /// The rule that leaves a commit out.
  package enum Exclusion: Hashable, Sendable {
    /// It is named in `ignore.commits`.
    case commit
    /// Its author is named in `ignore.authors`.
    case author(String)
    /// It touches nothing but `ignore.paths`.
    case paths
  }

  /// Where the right message of a commit stands.
  package enum Correction: Hashable, Sendable {
    /// In the file `release.overrides`.
    case file
    /// In a git note in `refs/notes/release`.
    case note
  }

  /// Reads a commit.
  package init(
    id: CommitName, parents: [CommitName], message: CommitMessage, exclusion: Exclusion? = nil,
    correction: Correction? = nil
  ) {
    self.id = id
    self.parents = parents
    subject = message.subject
    kind = message.kind
    squashed = message.squashedParts(saying: kind).map(\.kind)
    reversals = message.isReversal ? message.reversals : []
    releaseAs = message.releaseAs
    self.exclusion = exclusion
    self.correction = correction
  }

  /// Whether it joins branches, whose commits are in the range themselves.
  package var isMerge: Bool { parents.count > 1 }

  /// Returns the kinds of change that the commit stands for: those of the messages squashed into it, or its own.
  func kinds(under squash: VersionPolicy.Squash) -> [CommitKind] {
    squash == .split && !isMerge && !squashed.isEmpty ? squashed : [kind]
  }
}

extension CommitMessage {
  /// Returns the messages that were squashed into this one, its own first; empty when there are no others.
  ///
  /// What an update of a dependency quotes was done elsewhere.
  package func squashedParts(saying kind: CommitKind) -> [CommitMessage] {
    let isUpdate = [kind.type, kind.scope].contains { $0?.utf8.starts(with: "deps".utf8) ?? false }
    let messages = isUpdate ? [] : squashedMessages
    return messages.count == 1 && messages[0] == self ? [] : messages
  }
}
