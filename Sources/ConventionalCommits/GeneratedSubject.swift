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

  init?(_ subject: String) {
    let match = Self.beginnings.first { subject.utf8.starts(with: $0.text.utf8) }
    guard let match else { return nil }
    self = match.meaning
  }

  private static let beginnings: [(text: String, meaning: GeneratedSubject)] = [
    ("Merge ", .merge), ("Merged PR ", .merge), ("Merged in ", .merge),
    ("fixup! ", .autosquash), ("squash! ", .autosquash), ("amend! ", .autosquash),
    ("Revert \"", .revert), ("Reapply \"", .reapply),
  ]
}

extension CommitMessage {
  /// What the subject says about where it comes from; `nil` when a person wrote it.
  package var generatedSubject: GeneratedSubject? { GeneratedSubject(subject) }
}
