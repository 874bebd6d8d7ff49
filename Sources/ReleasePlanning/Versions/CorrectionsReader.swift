/// Reads the entries of a file of corrections, line by line.
struct CorrectionsReader {
  private var messages: [String: [UInt8]] = [:]
  private var entry: Entry?
  private var number = 0

  /// An entry that is being read.
  fileprivate struct Entry {
    let id: String
    let line: Int
    /// Whether the blank line after the head was passed.
    var isInMessage = false
    /// The message so far, each line with its line feed.
    var message: [UInt8] = []
    /// The blank lines since its last line; they count when another one follows.
    var blankLines = 0
  }

  /// Reads one line, without its end.
  mutating func read(_ line: ArraySlice<UInt8>) throws(CorrectionsError) {
    number += 1
    if line.first == UInt8(ascii: "#") { return }
    if line.starts(with: Self.keyword) { return try begin(line.dropFirst(Self.keyword.count)) }
    guard entry != nil else {
      guard Self.isBlank(line) else { throw failure(.notACommit(Self.text(line))) }
      return
    }
    try continueEntry(line)
  }

  /// Ends the last entry and returns the messages by the names of their commits.
  mutating func finish() throws(CorrectionsError) -> [String: [UInt8]] {
    try endEntry()
    return messages
  }

  private mutating func begin(_ name: ArraySlice<UInt8>) throws(CorrectionsError) {
    try endEntry()
    guard (7...64).contains(name.count), name.allSatisfy(Self.isHexDigit) else {
      throw failure(.commitName(Self.text(name)))
    }
    let id = Self.text(name).lowercased()
    guard messages[id] == nil else { throw failure(.repeated(id)) }
    entry = Entry(id: id, line: number)
  }

  private mutating func continueEntry(_ line: ArraySlice<UInt8>) throws(CorrectionsError) {
    if Self.isBlank(line) {
      entry?.isInMessage = true
      entry?.blankLines += 1
    } else if line.starts(with: Self.margin) {
      entry?.append(line.dropFirst(Self.margin.count))
    } else if entry?.isInMessage == true || !Self.isField(line) {
      throw failure(.unindented(Self.text(line)))
    }
  }

  private mutating func endEntry() throws(CorrectionsError) {
    guard let ended = entry else { return }
    guard !ended.message.isEmpty else {
      throw CorrectionsError(line: ended.line, problem: .noMessage(ended.id))
    }
    messages[ended.id] = ended.message
    entry = nil
  }

  private func failure(_ problem: CorrectionsError.Problem) -> CorrectionsError {
    CorrectionsError(line: number, problem: problem)
  }
}

extension CorrectionsReader.Entry {
  mutating func append(_ line: ArraySlice<UInt8>) {
    let lineFeed = UInt8(ascii: "\n")
    if !message.isEmpty { message += repeatElement(lineFeed, count: blankLines + 1) }
    message += line
    (isInMessage, blankLines) = (true, 0)
  }
}

extension CorrectionsReader {
  private static let keyword = Array("commit ".utf8)
  private static let margin = Array("    ".utf8)

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Whether a line of an entry's head is a field, such as `Author: …`.
  private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.prefix { $0 != UInt8(ascii: ":") }
    return !word.isEmpty && word.count < line.count && word.allSatisfy(isWord)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String { String(decoding: line, as: UTF8.self) }
}
