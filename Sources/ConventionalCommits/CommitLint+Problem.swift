extension CommitLint {
  /// Something that `lint` has to say about a message.
  package struct Problem: Hashable, Sendable {
    /// What is the matter, with what is needed to say so.
    package enum Fact: Hashable, Sendable {
      /// The first line is no conventional header.
      case header(CommitMessage.HeaderError)
      /// The type is not one of those known; `nearest` is the known type that was probably meant.
      case unknownType(String, nearest: String?)
      /// The type has capital letters.
      case upperCaseType(String)
      /// The header is longer than the limit, both in characters.
      case longHeader(length: Int, limit: Int)
      /// The description ends with a period.
      case trailingPeriod
      /// The line under the header is not blank.
      case noBlankLineAfterHeader
      /// A breaking change is announced in the middle of a paragraph; in strict reading it does not count.
      case gluedBreakingChange(counts: Bool)
      /// A breaking change is announced without a word about it.
      case emptyBreakingChange
      /// The line means to announce a breaking change and does not, for its form.
      case ineffectiveBreakingChange
      /// A code fence or an HTML element is never closed, so everything below it counts as quoted.
      case unclosedQuotation
    }

    /// How much a problem weighs.
    package enum Severity: Hashable, Sendable {
      /// The message can be read, but should be better.
      case warning
      /// The message is invalid.
      case error
    }

    /// What is the matter.
    package let fact: Fact
    /// The line, counted from 1 in the message as given.
    package let line: Int

    init(_ fact: Fact, line: Int) {
      self.fact = fact
      self.line = line
    }

    /// Whether the problem makes the message invalid.
    package var severity: Severity {
      switch fact {
      case .header, .gluedBreakingChange(counts: false): .error
      default: .warning
      }
    }
  }
}
