/// Messages that replace those of commits, so that a wrong one need not stay wrong and history need not be rewritten.
///
/// The file has the form that `git log` prints; a maintainer appends an entry and edits its message:
///
///     # git log -1 --no-decorate 1a2b3c4 >> release.overrides
///     commit 1a2b3c4d5e6f70819203a4b5c6d7e8f901234567
///     Author: Ada Lovelace <ada@example.com>
///     Date:   Thu Jan 1 00:00:00 2026 +0000
///
///         feat(api)!: the message as it should have been
///
///         Its body, behind the same margin of four spaces.
///
/// Lines that start with `#` are comments, everywhere. Of an entry's head only the commit's name counts; seven digits
/// of it are enough. Blank lines before and after a message are no part of it.
package struct Corrections: Hashable, Sendable {
  /// The messages by the names of their commits as far as they are written, in lower case.
  private let messages: [String: [UInt8]]
  /// The lengths that those names have, the longest first: one for a file that abbreviates none.
  private let lengths: [Int]

  /// Makes no corrections.
  package init() { self.init([:]) }

  /// Reads a file of corrections, by lines that end in LF or CRLF.
  ///
  /// - Throws: ``CorrectionsError`` with the first line that does not fit.
  package init(parsing bytes: [UInt8]) throws(CorrectionsError) {
    var reader = CorrectionsReader()
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      try reader.read(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
    self.init(try reader.finish())
  }

  private init(_ messages: [String: [UInt8]]) {
    self.messages = messages
    lengths = Set(messages.keys.map(\.utf8.count)).sorted(by: >)
  }

  /// Whether no message is corrected.
  package var isEmpty: Bool { messages.isEmpty }

  /// Returns the corrected message of a commit, without a line feed at its end; nil when it stands as it is.
  ///
  /// Where several entries begin the commit's name, the longest one counts.
  ///
  /// - Parameter id: the commit's full name, in lower case as git prints it.
  package func message(for id: String) -> [UInt8]? {
    for length in lengths where length <= id.utf8.count {
      if let message = messages[String(decoding: id.utf8.prefix(length), as: UTF8.self)] { return message }
    }
    return nil
  }
}
