/// A heading of Markdown (CommonMark 4.2 and 4.3): `## Title`, or a title with a line of `=` or `-` below it.
struct MarkdownHeading: Hashable {
  /// 1 to 6.
  let level: Int
  /// The text after the number signs, or the line above the ruler.
  let title: ArraySlice<UInt8>
  /// The bytes of its one or two lines, with their ends.
  let range: Range<Int>

  /// Reads a line that may begin with number signs.
  init?(_ line: MarkdownLines.Line) {
    guard !line.isVerbatim else { return nil }
    let text = line.content.withoutIndentation
    let level = text.prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    let title = text.dropFirst(level)
    guard (1...6).contains(level), title.first?.isSpaceOrTab ?? true else { return nil }
    self.level = level
    self.title = title.drop(while: \.isSpaceOrTab)
    range = line.range
  }

  /// Reads a line that the next one may underline.
  init?(_ line: MarkdownLines.Line, above ruler: MarkdownLines.Line) {
    guard !line.isVerbatim, !ruler.isVerbatim, line.content.first?.isSpaceOrTab == false,
      let first = ruler.content.withoutIndentation.first, "=-".utf8.contains(first),
      ruler.content.withoutIndentation.allSatisfy({ $0 == first }), !line.beginsOtherBlock
    else { return nil }
    level = first == UInt8(ascii: "=") ? 1 : 2
    title = line.content
    range = line.range.lowerBound..<ruler.range.upperBound
  }

  /// Returns the headings of a text in their order.
  static func all(in lines: [MarkdownLines.Line]) -> [MarkdownHeading] {
    var headings: [MarkdownHeading] = []
    for (index, line) in lines.enumerated() where !line.isBlank {
      if let heading = MarkdownHeading(line) {
        headings.append(heading)
      } else if index + 1 < lines.count,
        index == 0 || lines[index - 1].isBlank || lines[index - 1].isVerbatim,
        let heading = MarkdownHeading(line, above: lines[index + 1])
      {
        headings.append(heading)
      }
    }
    return headings
  }
}

extension MarkdownLines.Line {
  /// Whether a line of dashes over or under the line rules off the page: `---`, `***` or `___`.
  var isRuler: Bool {
    guard !isVerbatim, let first = content.withoutIndentation.first, "-*_".utf8.contains(first) else {
      return false
    }
    let marks = content.withoutIndentation.filter { !$0.isSpaceOrTab }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  /// Whether the line is a quotation, an item of a list, a row of a table or HTML, which cannot be underlined.
  fileprivate var beginsOtherBlock: Bool {
    let first = content.prefix(2)
    return isRuler || first.starts(with: ">".utf8) || first.starts(with: "|".utf8)
      || first.starts(with: "<".utf8)
      || "-*+".utf8.contains { first.elementsEqual([$0]) || first.elementsEqual([$0, 0x20]) }
  }
}

extension UInt8 {
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
}
