/// What a subject quotes that was made of another one: `Revert "…"` and `Reapply "…"`, one in the other to any depth.
///
/// git leaves the quotation marks inside as they are, other tools write `\"`. GitHub appends ` (#12)` to each layer.
struct QuotedSubject {
  /// What stands between the outermost quotation marks; `nil` when the subject was cut off before the last one.
  private let outermost: Range<Int>?
  /// What stands in all of the quotation marks.
  let innermost: Range<Int>
  /// Whether the change holds again, because its revert was reverted.
  let bringsBack: Bool

  /// Reads a line; `nil` when it is no such subject.
  init?(of line: Range<Int>, in bytes: [UInt8]) {
    var content = bytes.trimmed(line)
    guard let first = Layer(of: content, in: bytes, isClosed: true) else { return nil }
    var (isTakenBack, isClosed) = (false, true)
    while let layer = Layer(of: content, in: bytes, isClosed: isClosed) {
      // `Reapply` is a revert of a revert.
      if layer.isRevert { isTakenBack.toggle() }
      (content, isClosed) = (layer.content, layer.isClosed)
    }
    outermost = first.isClosed ? first.content : nil
    innermost = content
    bringsBack = !isTakenBack
  }

  /// Returns the subject of the commit that the outermost quotation marks quote, as that commit has it.
  func text(in bytes: [UInt8]) -> String? {
    outermost.map { content in
      let isEscaped = Layer(of: content, in: bytes, isClosed: false)?.isEscaped ?? false
      return isEscaped ? Self.unescaped(bytes[content]) : bytes.text(content)
    }
  }

  /// Drops one backslash of each escape.
  private static func unescaped(_ content: ArraySlice<UInt8>) -> String {
    var (bytes, isEscape) = ([UInt8](), false)
    for byte in content {
      isEscape = byte == Ascii.backslash && !isEscape
      if !isEscape { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension QuotedSubject {
  /// One pair of quotation marks with the word before it.
  private struct Layer {
    let isRevert: Bool
    /// Whether the quotation marks stand behind backslashes.
    let isEscaped: Bool
    /// What stands between the quotation marks.
    let content: Range<Int>
    /// Whether the closing mark is there, with nothing behind it but the number of a pull request.
    let isClosed: Bool

    /// Reads a range that starts with the word.
    ///
    /// - Parameter isClosed: whether the layer around this one is closed; otherwise there is no end to look for,
    ///   which keeps the time linear.
    init?(of range: Range<Int>, in bytes: [UInt8], isClosed: Bool) {
      guard let word = words.first(where: { bytes.hasWord($0.text, at: range) }) else { return nil }
      let escapes = range.dropFirst(word.text.count)
      let quote = bytes.end(of: escapes) { $0 == Ascii.backslash }
      guard quote < range.upperBound, bytes[quote] == Ascii.quote else { return nil }
      let (rest, escapeCount) = (quote + 1..<range.upperBound, quote - escapes.lowerBound)
      let end = isClosed ? Self.end(of: rest, escapeCount, in: bytes) : nil
      isRevert = word.isRevert
      isEscaped = escapeCount > 0
      content = rest.lowerBound..<(end ?? rest.upperBound)
      self.isClosed = end != nil
    }

    /// Where the closing mark and its backslashes start; `nil` when there is none.
    private static func end(of rest: Range<Int>, _ escapeCount: Int, in bytes: [UInt8]) -> Int? {
      let quoted = rest.lowerBound..<(NumberSuffix(of: rest, in: bytes)?.start ?? rest.upperBound)
      guard quoted.count > escapeCount, bytes[quoted.upperBound - 1] == Ascii.quote else { return nil }
      let escapes = quoted.dropLast().suffix(escapeCount)
      return escapes.allSatisfy { bytes[$0] == Ascii.backslash } ? escapes.lowerBound : nil
    }
  }

  private static let words = [("Revert ", true), ("Reapply ", false)].map {
    (text: Array($0.0.utf8), isRevert: $0.1)
  }
}
