package import StrictJSON

/// A commit as `git log` prints it, seen in the bytes that came; what is kept of it has to be copied.
package struct GitLogRecord {
  /// What is asked for: an empty field tells where a record begins, for no name of a file is empty.
  static let format = "%x00%m%x00%H%x00%P%x00%aN%x00%aE%x00%ct%x00%B%x00%N%x00"

  /// The fields in their order.
  enum Field: Int { case mark = 1, id, parents, authorName, authorEmail, committedAt, message, note }

  let bytes: [UInt8]
  /// Where the fields end; each starts one byte after the end of the one before.
  let ends: [Int]

  private func slice(_ index: Int) -> ArraySlice<UInt8> { bytes[(ends[index - 1] + 1)..<ends[index]] }
  private func slice(_ field: Field) -> ArraySlice<UInt8> { slice(field.rawValue) }
  private func text(_ field: Field) -> String { String(decoding: slice(field), as: UTF8.self) }

  /// Whether the commit only marks the end of the range and is not in it.
  package var isBoundary: Bool { slice(.mark).elementsEqual("-".utf8) }
  /// The digits of the commit's full name.
  package var idDigits: ArraySlice<UInt8> { slice(.id) }
  /// The commit's full name.
  package var id: String { text(.id) }
  /// The digits of the full names of its parents.
  package var parentDigits: [ArraySlice<UInt8>] { slice(.parents).split(separator: UInt8(ascii: " ")) }
  /// The author's name, after `.mailmap`.
  package var authorName: String { text(.authorName) }
  /// The author's address, after `.mailmap`.
  package var authorEmail: String { text(.authorEmail) }
  /// The author's name and address, with a NUL between them.
  package var author: ArraySlice<UInt8> {
    bytes[slice(.authorName).startIndex..<slice(.authorEmail).endIndex]
  }
  /// The whole message, bytes as stored after git's own re-encoding to UTF-8.
  package var message: ArraySlice<UInt8> { slice(.message) }
  /// The commit's note in `refs/notes/release`; empty for none.
  package var note: ArraySlice<UInt8> { slice(.note) }

  /// When it was committed.
  ///
  /// - Throws: `GitError.unexpectedOutput`.
  package func committedAt() throws(GitError) -> Timestamp {
    guard let seconds = slice(.committedAt).decimal else { throw .unexpectedOutput(command: "git log") }
    return Timestamp(secondsSinceEpoch: seconds)
  }

  /// The paths that it touches, when they were asked for.
  package var paths: [ArraySlice<UInt8>] {
    let first = Field.note.rawValue + 2
    guard ends.count > first else { return [] }
    return (first..<ends.count).map { index in
      // Git puts a line break between the commit and its paths.
      index == first ? slice(index).dropFirst() : slice(index)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The value of decimal digits, of which there are at most 18.
  fileprivate var decimal: Int64? {
    let isNegative = first == UInt8(ascii: "-")
    let digits = isNegative ? dropFirst() : self
    guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
    return isNegative ? -value : value
  }
}
