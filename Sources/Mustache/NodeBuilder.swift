/// Makes the tree of a template out of its tokens.
struct NodeBuilder {
  private let pairs: TagPairs
  private let layout: Layout
  private var levels = [Level(index: 0, tag: nil)]

  /// What has been built of an element whose closing tag has not come yet.
  private struct Level {
    let index: Int
    /// The opening tag; nil for the template itself.
    let tag: Tag?
    var nodes: [Node] = []
    var arguments: [String: [Node]] = [:]

    /// Whether this is a parent, of whose content only the blocks count.
    var isParent: Bool {
      if case .parent? = tag?.kind { return true }
      return false
    }
  }

  private init(pairs: TagPairs, layout: Layout) {
    self.pairs = pairs
    self.layout = layout
  }

  /// Returns the nodes of a whole template.
  static func nodes(of tokens: [Token], pairs: TagPairs, layout: Layout) -> [Node] {
    var builder = NodeBuilder(pairs: pairs, layout: layout)
    for (index, token) in tokens.enumerated() {
      builder.add(token, at: index)
    }
    return builder.levels[0].nodes
  }

  private mutating func add(_ token: Token, at index: Int) {
    if layout.startsRenderedLine(index) { append(.lineStart) }
    switch token {
    case .text(let bytes): if !layout.dropped.contains(index) { append(.text(bytes)) }
    case .tag(let tag): add(tag, at: index)
    }
  }

  private mutating func add(_ tag: Tag, at index: Int) {
    switch tag.kind {
    case .variable(let path, let isRaw): append(isRaw ? .raw(path) : .variable(path))
    case .partial(let name):
      let indentation = layout.indentation(of: index)
      append(.partial(PartialNode(name: name, indentation: indentation, position: tag.position)))
    case .section, .parent, .block: levels.append(Level(index: index, tag: tag))
    case .close: close(levels.removeLast())
    case .comment, .delimiters: break
    }
  }

  private mutating func append(_ node: Node) {
    guard !levels[levels.count - 1].isParent else { return }
    levels[levels.count - 1].nodes.append(node)
  }

  private mutating func close(_ level: Level) {
    guard let tag = level.tag else { return }
    switch tag.kind {
    case .section(let path, let isInverted):
      append(
        .section(
          SectionNode(path: path, isInverted: isInverted, nodes: level.nodes, position: tag.position)))
    case .parent(let name):
      append(
        .parent(
          ParentNode(
            name: name, indentation: layout.indentation(of: level.index), arguments: level.arguments,
            position: tag.position)))
    case .block where pairs.arguments.contains(level.index):
      levels[levels.count - 1].arguments[tag.name] = argument(level)
    default: append(.block(parameter(level, tag)))
    }
  }

  /// What a block passes to its parent: text that begins at the start of a line and has no indentation.
  private func argument(_ level: Level) -> [Node] {
    if let intrinsic = layout.intrinsicIndentation(of: level.index) {
      return level.nodes.outdented(by: intrinsic)
    }
    return level.nodes.isEmpty ? [] : [.lineStart] + level.nodes
  }

  private func parameter(_ level: Level, _ tag: Tag) -> BlockNode {
    let isStandalone = layout.standalonePairs.contains(level.index)
    let intrinsic = layout.intrinsicIndentation(of: level.index)
    let indentation = layout.indentation(of: level.index) ?? []
    let isInline = isStandalone && intrinsic == nil && !level.nodes.isEmpty
    return BlockNode(
      name: tag.name,
      // The line of an inline block begins with its indentation, which the layout took away.
      nodes: isInline ? [.lineStart, .text(indentation)] + level.nodes : level.nodes,
      isStandalone: isStandalone, indentation: isStandalone ? intrinsic ?? indentation : [],
      lineEnd: lineEnd(level), position: tag.position)
  }

  private func lineEnd(_ level: Level) -> [UInt8] {
    guard layout.standalonePairs.contains(level.index), let closer = pairs.closing[level.index] else {
      return []
    }
    return layout.lineEnd(after: closer)
  }
}
