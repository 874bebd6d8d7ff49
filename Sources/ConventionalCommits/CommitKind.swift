/// What kind of change a message announces: all that bump rules go by, whatever the policy.
package struct CommitKind: Hashable, Sendable {
  /// How a breaking change is announced.
  package enum Breaking: Hashable, Sendable {
    /// Not at all.
    case no
    /// In the middle of a paragraph alone; that counts unless the policy is strict.
    case onlyGlued
    /// By the mark of the header or by a footer.
    case yes

    /// Returns whether the commit counts as breaking.
    package func counts(strict: Bool) -> Bool {
      switch self {
      case .no: false
      case .onlyGlued: !strict
      case .yes: true
      }
    }
  }

  /// The type in lower case (ASCII only); `nil` when the message is not conventional.
  package let type: String?
  /// The scope as written; `nil` when the header has none.
  package let scope: String?
  /// How a breaking change is announced.
  package let breaking: Breaking
  /// Whether the message says with git's words which commit it takes back (``CommitMessage/revertedCommits``).
  package let takesBack: Bool

  /// Makes a kind.
  package init(type: String?, scope: String? = nil, breaking: Breaking = .no, takesBack: Bool = false) {
    self.type = type
    self.scope = scope
    self.breaking = breaking
    self.takesBack = takesBack
  }
}

extension CommitMessage {
  /// The kind of change that the message announces; the same whether it is read strictly or not.
  package var kind: CommitKind {
    let bytes = text.bytes
    let takesBack = !revertedCommits.isEmpty
    guard let header = headerLayout else { return CommitKind(type: nil, takesBack: takesBack) }
    return CommitKind(
      type: bytes.text(header.type).asciiLowercased, scope: header.scope.map(bytes.text),
      breaking: layout.breaking(header), takesBack: takesBack)
  }
}
