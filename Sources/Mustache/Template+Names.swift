extension Template {
  /// Returns whether the template may look up one of some names: it does so itself, or another one that it puts in
  /// might.
  package func mayName(_ names: Set<String>) -> Bool { nodes.mayName(names) }
}

extension [Node] {
  fileprivate func mayName(_ names: Set<String>) -> Bool { contains { $0.mayName(names) } }
}

extension Node {
  fileprivate func mayName(_ names: Set<String>) -> Bool {
    switch self {
    case .text, .lineStart: false
    case .variable(let path), .raw(let path): path.mayName(names)
    case .section(let section): section.path.mayName(names) || section.nodes.mayName(names)
    case .block(let block): block.nodes.mayName(names)
    // What they are is known only when they are asked for.
    case .partial, .parent: true
    }
  }
}

extension NamePath {
  fileprivate func mayName(_ names: Set<String>) -> Bool {
    first.map(names.contains) ?? false || rest.contains(where: names.contains)
  }
}
