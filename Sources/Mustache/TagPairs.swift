/// Which closing tag belongs to which opening tag.
struct TagPairs {
  /// For the index of an opening tag's token, the index of its closing tag's token.
  private(set) var closing: [Int: Int] = [:]
  /// For the index of a closing tag's token, the index of its opening tag's token.
  private(set) var opening: [Int: Int] = [:]
  /// The block tags that are direct children of a parent tag: they pass an argument to it.
  private(set) var arguments: Set<Int> = []

  private typealias Opened = (index: Int, tag: Tag)

  /// Matches the tags.
  ///
  /// - Throws: `unclosedSection`, `unexpectedClose`, `mismatchedClose`, and `tooDeep` beyond
  ///   `Template.deepestNesting`.
  init(of tokens: [Token], template: String) throws(TemplateError) {
    var open: [Opened] = []
    for (index, token) in tokens.enumerated() {
      guard let tag = token.tag else { continue }
      if tag.opens {
        if tag.kind == .block, case .parent? = open.last?.tag.kind { arguments.insert(index) }
        open.append((index, tag))
        try Self.checkDepth(open, template)
      } else if tag.kind == .close {
        let opener = try Self.opener(open.popLast(), closedBy: tag, template)
        closing[opener] = index
        opening[index] = opener
      }
    }
    if let tag = open.last?.tag {
      throw TemplateError(.unclosedSection(tag.name), in: template, at: tag.position)
    }
  }

  private static func checkDepth(_ open: [Opened], _ template: String) throws(TemplateError) {
    guard let last = open.last, open.count > Template.deepestNesting else { return }
    throw TemplateError(.tooDeep(limit: Template.deepestNesting), in: template, at: last.tag.position)
  }

  private static func opener(
    _ opened: Opened?, closedBy tag: Tag, _ template: String
  ) throws(TemplateError) -> Int {
    guard let opened else { throw TemplateError(.unexpectedClose(tag.name), in: template, at: tag.position) }
    guard opened.tag.name == tag.name else {
      throw TemplateError(
        .mismatchedClose(expected: opened.tag.name, found: tag.name), in: template, at: tag.position)
    }
    return opened.index
  }
}
