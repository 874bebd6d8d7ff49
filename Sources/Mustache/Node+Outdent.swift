extension [Node] {
  /// Returns the nodes with an indentation taken from the beginning of each line that has it.
  ///
  /// Arguments of parents within are left alone: their own indentation was taken from them already.
  func outdented(by indentation: [UInt8]) -> [Node] {
    guard !indentation.isEmpty else { return self }
    var startsLine = false
    return map { node in
      defer { if case .lineStart = node { startsLine = true } else { startsLine = false } }
      return node.outdented(by: indentation, startsLine: startsLine)
    }
  }
}

extension Node {
  fileprivate func outdented(by indentation: [UInt8], startsLine: Bool) -> Node {
    switch self {
    case .text(let bytes): return startsLine ? .text(bytes.removing(prefix: indentation)) : self
    case .lineStart, .variable, .raw: return self
    case .section(let section): return .section(section.outdented(by: indentation))
    case .partial(let partial):
      return .partial(
        PartialNode(
          name: partial.name, indentation: partial.indentation?.removing(prefix: indentation),
          position: partial.position))
    case .parent(let parent):
      return .parent(
        ParentNode(
          name: parent.name, indentation: parent.indentation?.removing(prefix: indentation),
          arguments: parent.arguments, position: parent.position))
    case .block(let block): return .block(block.outdented(by: indentation))
    }
  }
}

extension SectionNode {
  fileprivate func outdented(by indentation: [UInt8]) -> SectionNode {
    SectionNode(
      path: path, isInverted: isInverted, nodes: nodes.outdented(by: indentation), position: position)
  }
}

extension BlockNode {
  fileprivate func outdented(by indentation: [UInt8]) -> BlockNode {
    BlockNode(
      name: name, nodes: nodes.outdented(by: indentation), isStandalone: isStandalone,
      indentation: self.indentation.removing(prefix: indentation), lineEnd: lineEnd, position: position)
  }
}

extension [UInt8] {
  fileprivate func removing(prefix: [UInt8]) -> [UInt8] {
    starts(with: prefix) ? Array(dropFirst(prefix.count)) : self
  }
}
