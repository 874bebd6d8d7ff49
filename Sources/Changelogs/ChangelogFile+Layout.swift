extension [MarkdownLines.Line] {
  /// Where the blank lines, link references and comments begin that a file ends with; nil when there are none.
  ///
  /// Only after the last release, with a blank line before it and on one line, a comment belongs to the file: tools
  /// sign with one at the end. Before that it marks where the first release goes.
  func footer(after release: MarkdownHeading?) -> Int? {
    var start: Int?
    for (index, line) in enumerated().reversed() where !line.isBlank {
      guard LinkDefinition(line) != nil || isSignature(index, after: release) else { break }
      start = line.range.lowerBound
    }
    return start
  }

  private func isSignature(_ index: Int, after release: MarkdownHeading?) -> Bool {
    guard let release, self[index].isComment, self[index].range.lowerBound >= release.range.upperBound else {
      return false
    }
    let previous = self[index - 1]
    return previous.isBlank || previous.isComment || LinkDefinition(previous) != nil
  }

  /// Where the first heading or ruler after a file's title and introduction begins; nil when there is none.
  func introductionEnd(_ headings: [MarkdownHeading]) -> Int? {
    let first = first { !$0.isBlank && !$0.isVerbatim }
    let title = headings.first.flatMap {
      $0.level == 1 || $0.range.lowerBound == first?.range.lowerBound ? $0 : nil
    }
    let next = headings.dropFirst(title == nil ? 0 : 1).first?.range.lowerBound
    return [next, ruler(after: title?.range.upperBound ?? 0)].compactMap(\.self).min()
  }

  /// The first ruler that has text above it.
  private func ruler(after place: Int) -> Int? {
    let rest = drop { $0.range.lowerBound < place }
    guard let text = rest.firstIndex(where: { !$0.isBlank && !$0.isVerbatim && !$0.isRuler }) else {
      return nil
    }
    return rest[text...].first(where: \.isRuler)?.range.lowerBound
  }

  /// The lines `<a name="1.5.0"></a>` that stand above others, right there or with a blank line between them, by
  /// the beginning of the latter.
  var anchors: [Int: Int] {
    var anchors: [Int: Int] = [:]
    for (index, line) in enumerated() where line.isAnchor {
      guard let next = self[(index + 1)...].prefix(2).first(where: { !$0.isBlank }) else { continue }
      anchors[next.range.lowerBound] = line.range.lowerBound
    }
    return anchors
  }
}

extension MarkdownLines.Line {
  /// Whether a comment and nothing else is on the line.
  fileprivate var isComment: Bool {
    !isVerbatim && content.withoutIndentation.starts(with: "<!--".utf8)
      && content.suffix(3).elementsEqual("-->".utf8)
  }

  fileprivate var isAnchor: Bool {
    !isVerbatim && content.starts(with: "<a ".utf8) && content.suffix(4).elementsEqual("</a>".utf8)
  }
}
