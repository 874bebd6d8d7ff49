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
  package var squashedMessages: [CommitMessage] { parts.isEmpty ? [self] : parts }

  /// Whether it is worth looking for other messages. What a revert or an amendment quotes was done elsewhere.
  static func canHoldOthers(_ subject: String, isAlone: Bool) -> Bool {
    switch GeneratedSubject(subject) {
    case .merge: true
    case .revert, .reapply, .autosquash: false
    case nil: !isAlone
    }
  }
}

extension CommitMessage.Header {
  /// Reads a line as the header of a part; `nil` unless some preset knows the type, for prose has colons, too.
  init?(ofKnownType line: ArraySlice<UInt8>) {
    let word = line.prefix(while: Ascii.isAlphanumeric)
    guard word.count <= Self.longestType, let next = line[word.endIndex...].first, "(!:".utf8.contains(next),
      Self.knownTypes.contains(String(decoding: word, as: UTF8.self).asciiLowercased)
    else { return nil }
    // Why the line is no header is of no interest: it is text, then.
    do { try self.init(parsing: String(decoding: line, as: UTF8.self)) } catch { return nil }
  }

  /// Whether this is the header of a pull request, and the other that of the commit which gave it its title.
  func isRepeated(by other: Self) -> Bool {
    type == other.type && scope == other.scope && (isMarkedBreaking || !other.isMarkedBreaking)
      && (description == other.description || descriptionWithoutNumber == other.description)
  }

  /// The description without the ` (#12)` that GitHub appends.
  private var descriptionWithoutNumber: String? {
    guard description.utf8.last == UInt8(ascii: ")") else { return nil }
    let head = description.utf8.dropLast().reversed().drop { (0x30...0x39).contains($0) }
    guard head.starts(with: "#( ".utf8) else { return nil }
    return String(decoding: head.dropFirst(3).reversed(), as: UTF8.self).trimmed
  }

  private static let knownTypes = Set(BumpRules.Preset.allCases.flatMap(\.types))
  private static let longestType = knownTypes.map(\.utf8.count).max() ?? 0
}
