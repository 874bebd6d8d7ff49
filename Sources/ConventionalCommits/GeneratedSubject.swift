/// A subject that git or a forge writes by itself. It follows no convention and nobody should have to reword it.
package enum GeneratedSubject: Hashable, Sendable {
  /// `Merge branch 'x'`, `Merge pull request #1 from …`, `Merged PR 1: …`, `Merged in …`.
  case merge
  /// `fixup! …`, `squash! …` or `amend! …`, which `git rebase --autosquash` will fold away.
  case autosquash
  /// `Revert "…"`.
  case revert
  /// `Reapply "…"`: the revert of a revert, since git 2.43.
  case reapply

  init?(_ subject: Range<Int>, in bytes: [UInt8]) {
    guard let match = Self.beginnings.first(where: { bytes.hasWord($0.text, at: subject) }) else {
      return nil
    }
    self = match.meaning
  }

  private static let beginnings: [(text: [UInt8], meaning: GeneratedSubject)] = [
    (Array("Merge ".utf8), .merge), (Array("Merged PR ".utf8), .merge), (Array("Merged in ".utf8), .merge),
    (Array("fixup! ".utf8), .autosquash), (Array("squash! ".utf8), .autosquash),
    (Array("amend! ".utf8), .autosquash),
    (Array("Revert \"".utf8), .revert), (Array("Reapply \"".utf8), .reapply),
  ]
}

extension CommitMessage {
  /// What the subject says about where it comes from; `nil` when a person wrote it.
  package var generatedSubject: GeneratedSubject? {
    GeneratedSubject(text.bytes.trimmed(text.header.range), in: text.bytes)
  }
}
