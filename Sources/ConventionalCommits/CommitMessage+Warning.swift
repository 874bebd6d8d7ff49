extension CommitMessage {
  /// A departure from the specification that does not keep a message from being read.
  package enum Warning: String, Hashable, CaseIterable, Sendable {
    /// The line under the header is not blank (rule 6).
    case noBlankLineAfterHeader = "no-blank-line-after-header"
    /// `BREAKING CHANGE:` stands in the middle of a paragraph instead of among the footers (rule 8).
    case gluedBreakingChange = "breaking-change-not-preceded-by-blank-line"
  }
}

extension CommitMessage {
  /// The departures from the specification, each once; empty for a message that is not conventional.
  package var warnings: [Warning] {
    let codes = findings.map(\.code.rawValue)
    return Warning.allCases.filter { codes.contains($0.rawValue) }
  }
}
