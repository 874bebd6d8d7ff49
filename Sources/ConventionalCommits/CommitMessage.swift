/// A commit message, read as Conventional Commits 1.0.0 (https://www.conventionalcommits.org/en/v1.0.0/).
///
///     feat(parser)!: read arrays        type, scope, breaking mark, description
///
///     Arrays were refused so far.       body
///
///     BREAKING CHANGE: `[` is special   footers, each a token, a separator and a value
///     Refs #12
///
/// Reading is total. Whatever stands below the header can never invalidate the header, and text that is no
/// conventional commit at all is still a message with a subject, a body and footers.
package struct CommitMessage: Hashable, Sendable {
  /// The first line that is not blank, trimmed.
  package let subject: String
  /// What the first line says; `nil` when it is not a conventional header.
  package let header: Header?
  /// The free text between header and footers; `nil` when there is none.
  package let body: String?
  /// The footers in their order.
  package let footers: [Footer]
  /// What breaks, one text for each announcement in their order; empty when the commit is not breaking.
  package let breakingDescriptions: [String]
  /// The line of the header, counted from 1 in the message as given.
  let headerLine: Int
  /// The messages that a squash put into this one, its own first; empty when it holds no others.
  let parts: [CommitMessage]
  /// What the parser noticed about the whole message; ``CommitLint`` adds what it thinks of the header.
  let findings: [CommitLint.Problem]

  /// Reads a message from the bytes that git keeps.
  ///
  /// A byte order mark and leading blank lines are dropped, CRLF counts as LF, and invalid UTF-8 becomes U+FFFD.
  ///
  /// - Parameter strict: Whether `BREAKING CHANGE:` counts only in the header's `!` or as a footer, as the
  ///   specification says. Otherwise it counts at the start of any line of the body, too: overlooking a breaking
  ///   change costs more than a major version too many.
  package init(parsing bytes: some Collection<UInt8>, strict: Bool = false) {
    self.init(MessageText(Array(bytes)), strict: strict, isPart: false)
  }

  /// Reads a message from text, like ``init(parsing:strict:)`` from its UTF-8.
  package init(parsing text: String, strict: Bool = false) {
    self.init(parsing: text.utf8, strict: strict)
  }

  private init(_ text: MessageText, strict: Bool, isPart: Bool) {
    let layout = MessageLayout(of: text)
    let (header, headerProblem) = Self.header(of: text.line(layout.headerRange), at: layout.headerLine)
    let announcements = layout.sections.filter { $0.isBreaking && !(strict && $0.isGlued) }
    subject = text.trimmed(layout.headerRange)
    body = layout.bodyRange.map(text.bodyText)
    footers = layout.sections.filter { !$0.isGlued }.map { Footer($0, in: text) }
    self.header = header
    headerLine = layout.headerLine
    let holdsOthers = !isPart && Self.canHoldOthers(subject, isAlone: header != nil && layout.hasHeaderOnly)
    let squashed = holdsOthers ? SquashLayout(of: text, header: header).messages : []
    parts = squashed.map { CommitMessage($0, strict: strict, isPart: true) }
    breakingDescriptions =
      header?.breakingDescriptions(announced: announcements.map { text.trimmed($0.value) }) ?? []
    findings =
      headerProblem.map { [$0] } ?? layout.findings(strict: strict, isBreaking: !breakingDescriptions.isEmpty)
  }

  private static func header(of line: String, at number: Int) -> (Header?, CommitLint.Problem?) {
    do { return (try Header(parsing: line), nil) } catch {
      return (nil, CommitLint.Problem(.header(error), line: number))
    }
  }
}
