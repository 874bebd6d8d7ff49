/// Why a file of corrected messages cannot be read.
package struct CorrectionsError: Error, Hashable, Sendable {
  /// The line, counted from 1.
  package let line: Int
  /// What is wrong there.
  package let problem: Problem

  /// What is wrong with a line.
  package enum Problem: Hashable, Sendable {
    /// No entry has begun, and this is not the `commit` line of one.
    case notACommit(String)
    /// What follows `commit` is not 7 to 64 hexadecimal digits.
    case commitName(String)
    /// The commit has an entry already.
    case repeated(String)
    /// The commit's entry ends before a message.
    case noMessage(String)
    /// A line of a message lacks the margin of four spaces.
    case unindented(String)
  }
}
