/// Finds the sentences that say what a commit takes back.
struct ReversalScanner {
  private let text: MessageText
  private var bytes: [UInt8] { text.bytes }

  /// Takes a message; `nil` for most, which do not say `revert` in any form.
  init?(_ text: MessageText) {
    guard Self.mentionsReverting(text.bytes) else { return nil }
    self.text = text
  }

  /// Looks for the letter that is rare.
  private static func mentionsReverting(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let place = bytes.place(of: UInt8(ascii: "v"), in: offset..<bytes.count)
      if place > 0, bytes.hasWord(Words.evert, at: place - 1..<bytes.count) { return true }
      offset = place + 1
    }
    return false
  }

  /// The object ids after git's own sentence, as written.
  var revertedCommits: [String] {
    ends(of: Words.commit).compactMap { id(at: $0).map(bytes.text) }
  }

  /// The object ids after git's own sentence, and after what people make of it for several commits.
  var commits: [String] { revertedCommits + ends(of: Words.commits).flatMap(ids) }

  /// The numbers that the sentences of the forges name.
  var pullRequests: [String] {
    var (lines, quotation, numbers) = (text.linesBelow, Quotation(), [String]())
    while let line = lines.next() {
      guard !quotation.takes(line, of: bytes) else { continue }
      let number =
        number(on: line.range, after: Words.github, Ascii.hash)
        ?? number(on: line.range, after: Words.gitlab, UInt8(ascii: "!"))
      if let number { numbers.append(bytes.text(number)) }
    }
    return numbers
  }

  /// The places below the header that follow a sentence.
  private func ends(of sentence: [UInt8]) -> [Int] {
    var (ends, offset) = ([Int](), text.header.range.upperBound)
    while offset < bytes.count {
      let place = bytes.place(of: sentence[0], in: offset..<bytes.count)
      if bytes.hasWord(sentence, at: place..<bytes.count) { ends.append(place + sentence.count) }
      offset = place + 1
    }
    return ends
  }

  private func id(at offset: Int) -> Range<Int>? {
    let end = bytes.end(of: offset..<bytes.count, while: Ascii.isHexDigit)
    return (7...64).contains(end - offset) ? offset..<end : nil
  }

  /// Reads `676104e, a215868 and 5d3b1c0`.
  private func ids(from start: Int) -> [String] {
    var (ids, offset) = ([String](), start)
    while let id = id(at: offset) {
      ids.append(bytes.text(id))
      offset = afterSeparator(from: id.upperBound)
    }
    return ids
  }

  private func afterSeparator(from start: Int) -> Int {
    let offset = bytes.end(of: start..<bytes.count) { $0 == UInt8(ascii: ",") || Ascii.isSpace($0) }
    guard bytes.hasWord(Words.and, at: offset..<bytes.count) else { return offset }
    return bytes.end(of: offset + Words.and.count..<bytes.count, while: Ascii.isSpace)
  }

  /// Reads a sentence such as `Reverts owner/repository#12` at the start of a line.
  private func number(on line: Range<Int>, after words: [UInt8], _ mark: UInt8) -> Range<Int>? {
    guard bytes.hasWord(words, at: line) else { return nil }
    let rest = line.dropFirst(words.count)
    let sign = bytes.end(of: rest, while: Self.isPath)
    guard sign < line.upperBound, bytes[sign] == mark,
      sign == rest.lowerBound || bytes[rest.lowerBound..<sign].contains(Ascii.slash)
    else { return nil }
    let number = sign + 1..<bytes.end(of: sign + 1..<line.upperBound, while: Ascii.isDigit)
    guard !number.isEmpty,
      number.upperBound == line.upperBound || !Ascii.isAlphanumeric(bytes[number.upperBound])
    else { return nil }
    return number
  }

  /// Whether the byte may stand in the path of a repository.
  private static func isPath(_ byte: UInt8) -> Bool {
    Ascii.isToken(byte) || byte == Ascii.slash || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  private enum Words {
    static let evert = Array("evert".utf8)
    static let commit = Array("This reverts commit ".utf8)
    static let commits = Array("This reverts commits ".utf8)
    static let and = Array("and ".utf8)
    static let github = Array("Reverts ".utf8)
    static let gitlab = Array("This reverts merge request ".utf8)
  }
}
