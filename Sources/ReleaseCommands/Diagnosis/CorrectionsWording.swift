internal import ReleaseConsole
internal import ReleasePlanning

/// The words for what is wrong with a file of corrected messages.
enum CorrectionsWording {
  static func diagnostic(of error: CorrectionsError) -> Diagnostic {
    Diagnostic(
      code: "corrections",
      problem: "\(CorrectionsSource.path), line \(error.line): \(problem(error.problem))",
      hints: [
        "an entry is what `git log -1 --no-decorate --no-notes COMMIT` prints, with the message as it should have been"
      ], exit: .usage)
  }

  private static func problem(_ problem: CorrectionsError.Problem) -> String {
    switch problem {
    case .notACommit(let text): "`\(text)` stands where an entry should begin: `commit 1a2b3c4…`"
    case .commitName(let text): "`\(text)` is no name of a commit, which has 7 to 64 hexadecimal digits"
    case .repeated(let commit): "\(commit.prefix(12)) is corrected a second time"
    case .noMessage(let commit): "\(commit.prefix(12)) gets no message"
    case .unindented(let text): "`\(text)` lacks the four spaces before each line of a message"
    }
  }
}
