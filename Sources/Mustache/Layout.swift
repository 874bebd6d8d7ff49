/// What the rules of standalone lines leave of a template's text.
///
/// A tag that is alone on its line takes the line with it. A parent, and a block that is a parameter, may be
/// alone together with their content: what counts is that nothing stands before the opening tag and nothing
/// after the closing tag. White space before a standalone partial, parent or parameter is its indentation
/// (mustache/spec: partials and ~inheritance; the reasons are in its issues 130 and 131).
struct Layout {
  private let tokens: [Token]
  private let pairs: TagPairs
  /// The text tokens that are not rendered.
  private(set) var dropped: Set<Int> = []
  /// The tags that begin a line of which nothing is rendered in that place.
  private var takers: Set<Int> = []
  /// The parents and parameter blocks that are alone with their content, by the index of the opening tag.
  private(set) var standalonePairs: Set<Int> = []

  init(of tokens: [Token], pairs: TagPairs) {
    self.tokens = tokens
    self.pairs = pairs
    for (index, token) in tokens.enumerated() {
      guard let tag = token.tag, tag.mayStandAlone else { continue }
      applyRules(to: tag, at: index)
    }
  }

  private mutating func applyRules(to tag: Tag, at index: Int) {
    let opener = pairs.opening[index] ?? index
    let isArgument = pairs.arguments.contains(opener)
    if !isArgument, tag.isPairTag, isAloneWithContent(index) { standalonePairs.insert(index) }
    let isInPair = standalonePairs.contains(opener)
    let standsAlone = isClearBefore(index) && isClearAfter(index)
    if standsAlone || isInPair || isArgument && tag.kind == .close { takeBefore(index) }
    if standsAlone || isInPair || isArgument && tag.kind == .block { takeAfter(index) }
  }

  private func isAloneWithContent(_ opener: Int) -> Bool {
    guard let closer = pairs.closing[opener] else { return false }
    return isClearBefore(opener) && isClearAfter(closer)
  }

  private mutating func takeBefore(_ index: Int) {
    guard isClearBefore(index) else { return }
    takers.insert(index)
    if !startsLine(index) { dropped.insert(index - 1) }
  }

  private mutating func takeAfter(_ index: Int) {
    if isClearAfter(index), index + 1 < tokens.count { dropped.insert(index + 1) }
  }
}

extension Layout {
  /// Whether a line begins with this token and is rendered from here.
  func startsRenderedLine(_ index: Int) -> Bool {
    startsLine(index) && !dropped.contains(index) && !takers.contains(index)
  }

  /// The white space before a tag that begins its line and takes it; nil for a tag in the middle of a line.
  func indentation(of index: Int) -> [UInt8]? {
    guard takers.contains(index) else { return nil }
    return startsLine(index) ? [] : tokens[index - 1].leadingBlanks
  }

  /// The white space that the line after an opening tag begins with; nil when the tag does not end its line.
  func intrinsicIndentation(of index: Int) -> [UInt8]? {
    guard isClearAfter(index), index + 2 < tokens.count else { return isClearAfter(index) ? [] : nil }
    return tokens[index + 2].leadingBlanks
  }

  /// The line's end after a tag that nothing follows on its line.
  func lineEnd(after index: Int) -> [UInt8] {
    index + 1 < tokens.count ? tokens[index + 1].lineEnd : []
  }

  private func startsLine(_ index: Int) -> Bool {
    index == 0 || tokens[index - 1].endsLine
  }

  private func isClearBefore(_ index: Int) -> Bool {
    startsLine(index) || tokens[index - 1].isBlank && startsLine(index - 1)
  }

  private func isClearAfter(_ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count else { return true }
    return tokens[next].isBlank && (tokens[next].endsLine || next + 1 == tokens.count)
  }
}

extension Tag {
  /// Whether the tag opens an element that may be alone on a line together with its content.
  fileprivate var isPairTag: Bool {
    switch kind {
    case .parent, .block: true
    default: false
    }
  }
}
