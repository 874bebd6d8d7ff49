extension CommitMessage {
  /// What the message says it takes back or brings back, each once; empty for most.
  ///
  /// Named in this order, for the first is the surest:
  ///
  ///     This reverts commit 676104e.           git's sentence, anywhere; also `commits 676104e, a215868 and 5d3b1c0`,
  ///                                            as people write it. Of `…, reversing changes made to …` only the first
  ///     Refs: 676104e, a215868                 the footer of a `revert: …`, from the FAQ of Conventional Commits
  ///     Reverts owner/repository#12            GitHub's sentence, and `Reverts #12`
  ///     This reverts merge request !12         GitLab's sentence
  ///     Revert "feat: x"                       the quoted subject, when there is none of the above
  ///
  /// The sentences of the forges count at the start of a line, and not in a quotation.
  package var reversals: [Reversal] {
    let named = namedReversals
    if !named.isEmpty {
      var seen: Set<Reversal> = []
      return named.filter { seen.insert($0).inserted }
    }
    return quotedSubject?.text(in: text.bytes).map { [.subject($0)] } ?? []
  }

  private var namedReversals: [Reversal] {
    let scanner = ReversalScanner(text)
    let commits = (scanner?.commits ?? []) + referencedCommits
    return commits.map { .commit($0.asciiLowercased) }
      + (scanner?.pullRequests ?? []).map { .pullRequest($0) }
  }

  /// The commits that the message takes back: the object ids that stand, in full or abbreviated, after git's own
  /// words `This reverts commit`.
  package var revertedCommits: [String] { ReversalScanner(text)?.revertedCommits ?? [] }

  /// Whether the message takes something back: by a header `revert: …`, or by the subject of a revert that is not
  /// itself the revert of a revert.
  package var takesSomethingBack: Bool {
    if let quoted = quotedSubject { return !quoted.bringsBack }
    return isRevert
  }

  /// The kind of what the message brings back: of the innermost subject that `Reapply "…"` quotes, or
  /// `Revert "Revert "…""` to any even depth; `nil` for all other messages.
  package var quotedKind: CommitKind? {
    guard let quoted = quotedSubject, quoted.bringsBack else { return nil }
    return CommitMessage(MessageText(text.bytes[quoted.innermost]), strict: isStrict).kind
  }

  /// Whether the subject says that the commit takes something back or brings it back: it begins with `Revert` or
  /// `Reapply`, or with the type `revert`. What a body tells of reverts makes no revert of a commit that does something
  /// else.
  package var isReversal: Bool {
    isRevert || quotedSubject != nil || Self.words.contains { subject.utf8.starts(with: $0.utf8) }
  }

  private static let words = ["Revert ", "Reapply "]

  private var quotedSubject: QuotedSubject? { QuotedSubject(of: text.header.range, in: text.bytes) }

  private var isRevert: Bool {
    headerLayout.map { text.bytes.isWord(lowercase: Self.revert, in: $0.type) } ?? false
  }

  /// The commits that the footers of a `revert: …` name.
  private var referencedCommits: [String] {
    guard isRevert else { return [] }
    return footers(named: "Refs").filter { $0.separator == .colon }.flatMap { footer in
      let bytes = Array(footer.value.utf8)
      return bytes.split { $0 == UInt8(ascii: ",") || Ascii.isSpace($0) }
        .filter { (7...64).contains($0.count) && $0.allSatisfy(Ascii.isHexDigit) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static let revert = Array("revert".utf8)
}
