internal import ConventionalCommits

/// The words for what is wrong with a commit message, each with its mend.
enum LintWording {
  static func message(_ fact: CommitLint.Problem.Fact) -> String {
    switch fact {
    case .header(let error): header(error)
    case .unknownType(let type, let nearest):
      "the type `\(type)` is not known" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
    case .upperCaseType(let type): "write the type in small letters: `\(type.lowercased())`"
    case .longHeader(let length, let limit): "the subject has \(length) characters; keep it to \(limit)"
    case .trailingPeriod: "the subject needs no period at its end"
    case .noBlankLineAfterHeader: "put a blank line between subject and body"
    case .gluedBreakingChange(let counts):
      "put a blank line before `BREAKING CHANGE:`"
        + (counts ? "; it counts all the same" : "; without one it does not count")
    case .emptyBreakingChange: "say after `BREAKING CHANGE:` what breaks"
    case .ineffectiveBreakingChange:
      "this `BREAKING CHANGE` does not count: it must begin a line of its own, in capitals, with a colon"
    case .unclosedQuotation: "a code fence or quotation is not closed; what follows is not read"
    }
  }

  private static func header(_ error: CommitMessage.HeaderError) -> String {
    switch error {
    case .empty: "the message is empty"
    case .leadingSpace: "the subject begins with a space"
    case .notConventional: "the subject is no `type: description`, such as `fix: close the file`"
    case .missingType: "there is no type before the colon: `fix: …`, `feat: …`"
    case .spaceBeforeColon: "remove the space before the colon"
    case .unclosedScope: "the scope's parenthesis is not closed: `feat(api): …`"
    case .emptyScope: "the parentheses are empty: name a scope or leave them out"
    case .nestedScope: "a scope holds no parentheses"
    case .misplacedMark: "`!` stands right before the colon: `feat(api)!: …`"
    case .missingSpaceAfterColon: "put a space after the colon"
    case .emptyDescription: "say after the colon what the commit does"
    }
  }
}
