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
    case .lineStart, .variable: return self
    case .section(var section):
      section.nodes = section.nodes.outdented(by: indentation)
      return .section(section)
    case .partial(var partial):
      partial.indentation = partial.indentation?.removing(prefix: indentation)
      return .partial(partial)
    case .parent(var parent):
      parent.indentation = parent.indentation?.removing(prefix: indentation)
      return .parent(parent)
    case .block(var block):
      block.nodes = block.nodes.outdented(by: indentation)
      block.indentation = block.indentation.removing(prefix: indentation)
      return .block(block)
    }
  }
}

extension [UInt8] {
  fileprivate func removing(prefix: [UInt8]) -> [UInt8] {
    starts(with: prefix) ? Array(dropFirst(prefix.count)) : self
  }
}
