extension CommitMessage {
  /// The messages that the commit stands for: those that a squash or a merge put into one, or the message alone.
  ///
  /// The message of the header comes first, when the header is conventional: with the whole text but for the parts
  /// that became messages of their own, and with the credits (`Co-authored-by` and the like) at the end. The parts
  /// follow in their order, each with its own body, footers and breaking changes. A part starts
  ///
  ///     * feat: x                              at a bullet, as GitHub, GitLab and Bitbucket write them
  ///     fix: y                                 at a paragraph, as in the merge commits of the forges
  ///     BEGIN_NESTED_COMMIT                    at this line, up to `END_NESTED_COMMIT` (release-please)
  ///     commit 0123456                         at each entry below `Squashed commit of the following:` (git)
  ///     Merged PR 12: feat: z                  in the title of Azure DevOps
  ///
  /// and counts only when its header is conventional and of a type that some ``BumpRules/Preset`` knows; nothing in
  /// a code fence, a quotation or `<details>` does. A bullet that repeats the header is the header's own. Parts are
  /// not taken apart again, and neither are messages that git made of others to undo or to amend them.
  package var squashedMessages: [CommitMessage] {
    let parts = isIndivisible ? [] : heldTexts.map { CommitMessage($0, strict: isStrict) }
    guard !parts.isEmpty else { return [self] }
    return parts.map { CommitMessage($0.text, strict: isStrict, isIndivisible: !$0.heldTexts.isEmpty) }
  }

  /// The texts of the messages that this one holds, its own first; empty when it holds no others.
  private var heldTexts: [MessageText] {
    let line = text.header.range
    let header = headerLayout
    guard canHoldOthers(isAlone: header != nil && text.bytes.isBlank(line.upperBound..<text.bytes.count))
    else {
      return []
    }
    return SquashLayout(of: text, header: header).messages
  }

  /// Whether it is worth looking for other messages. What a revert or an amendment quotes was done elsewhere.
  private func canHoldOthers(isAlone: Bool) -> Bool {
    switch generatedSubject {
    case .merge: true
    case .revert, .reapply, .autosquash: false
    case nil: !isAlone
    }
  }
}

extension HeaderLayout {
  /// Reads a line as the header of a part; `nil` unless some preset knows the type, for prose has colons, too.
  init?(ofKnownType line: Range<Int>, in bytes: [UInt8]) {
    let word = line.lowerBound..<bytes.end(of: line, while: Ascii.isAlphanumeric)
    guard word.upperBound < line.upperBound, "(!:".utf8.contains(bytes[word.upperBound]),
      word.count <= Self.longestType, Self.knownTypes.contains(bytes.text(word).asciiLowercased)
    else { return nil }
    // Why the line is no header is of no interest: it is text, then.
    do { try self.init(of: line, in: bytes) } catch { return nil }
  }

  private static let knownTypes = Set(BumpRules.Preset.allCases.flatMap(\.types))
  private static let longestType = knownTypes.map(\.utf8.count).max() ?? 0
}
