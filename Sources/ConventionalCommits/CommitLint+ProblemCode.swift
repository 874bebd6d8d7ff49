extension CommitLint.Problem {
  /// The stable name of a kind of problem, for scripts.
  package enum Code: String, Hashable, CaseIterable, Sendable {
    case emptyMessage = "empty-message"
    case leadingSpace = "leading-space"
    case notConventional = "not-conventional"
    case missingType = "missing-type"
    case spaceBeforeColon = "space-before-colon"
    case unclosedScope = "unclosed-scope"
    case emptyScope = "empty-scope"
    case nestedScope = "nested-scope"
    case misplacedMark = "misplaced-breaking-mark"
    case missingSpaceAfterColon = "missing-space-after-colon"
    case emptyDescription = "empty-description"
    case unknownType = "unknown-type"
    case upperCaseType = "upper-case-type"
    case longHeader = "header-too-long"
    case trailingPeriod = "trailing-period"
    case noBlankLineAfterHeader = "no-blank-line-after-header"
    case gluedBreakingChange = "breaking-change-not-preceded-by-blank-line"
    case emptyBreakingChange = "breaking-change-without-text"
    case ineffectiveBreakingChange = "breaking-change-not-recognized"
    case unclosedQuotation = "unclosed-quotation"
  }

  /// The name of what is the matter.
  package var code: Code {
    switch fact {
    case .header(let error): error.code
    case .unknownType: .unknownType
    case .upperCaseType: .upperCaseType
    case .longHeader: .longHeader
    case .trailingPeriod: .trailingPeriod
    case .noBlankLineAfterHeader: .noBlankLineAfterHeader
    case .gluedBreakingChange: .gluedBreakingChange
    case .emptyBreakingChange: .emptyBreakingChange
    case .ineffectiveBreakingChange: .ineffectiveBreakingChange
    case .unclosedQuotation: .unclosedQuotation
    }
  }
}

extension CommitMessage.HeaderError {
  fileprivate var code: CommitLint.Problem.Code {
    switch self {
    case .empty: .emptyMessage
    case .leadingSpace: .leadingSpace
    case .notConventional: .notConventional
    case .missingType: .missingType
    case .spaceBeforeColon: .spaceBeforeColon
    case .unclosedScope: .unclosedScope
    case .emptyScope: .emptyScope
    case .nestedScope: .nestedScope
    case .misplacedMark: .misplacedMark
    case .missingSpaceAfterColon: .missingSpaceAfterColon
    case .emptyDescription: .emptyDescription
    }
  }
}
