/// A part of a parsed template.
///
/// What has parts of its own is a reference: a template is walked very many times and never changes.
enum Node: Sendable {
  case text([UInt8])
  /// The beginning of a line of the template; the indentation of the template around it is written here.
  case lineStart
  case variable(NamePath)
  /// A variable whose text is written as it is.
  case raw(NamePath)
  case section(SectionNode)
  case partial(PartialNode)
  case parent(ParentNode)
  case block(BlockNode)
}

/// Content that is rendered once for each value, or when there is none.
final class SectionNode: Sendable {
  let path: NamePath
  let isInverted: Bool
  let nodes: [Node]
  let position: SourcePosition

  init(path: NamePath, isInverted: Bool, nodes: [Node], position: SourcePosition) {
    self.path = path
    self.isInverted = isInverted
    self.nodes = nodes
    self.position = position
  }
}

/// A template that is put in here.
final class PartialNode: Sendable {
  let name: PartialName
  /// The white space before it when it is alone on its line; nil in the middle of a line.
  let indentation: [UInt8]?
  let position: SourcePosition

  init(name: PartialName, indentation: [UInt8]?, position: SourcePosition) {
    self.name = name
    self.indentation = indentation
    self.position = position
  }
}

/// A template that is put in here with some of its blocks replaced.
final class ParentNode: Sendable {
  let name: PartialName
  /// The white space before it when it is alone on its line; nil in the middle of a line.
  let indentation: [UInt8]?
  let arguments: [String: [Node]]
  let position: SourcePosition

  init(name: PartialName, indentation: [UInt8]?, arguments: [String: [Node]], position: SourcePosition) {
    self.name = name
    self.indentation = indentation
    self.arguments = arguments
    self.position = position
  }
}

/// A place that a template which includes this one may fill.
final class BlockNode: Sendable {
  let name: String
  /// What is rendered when nobody fills it.
  let nodes: [Node]
  /// Whether the block is alone on its lines, so that what fills it is indented and ends its line.
  let isStandalone: Bool
  let indentation: [UInt8]
  let lineEnd: [UInt8]
  let position: SourcePosition

  init(
    name: String, nodes: [Node], isStandalone: Bool, indentation: [UInt8], lineEnd: [UInt8],
    position: SourcePosition
  ) {
    self.name = name
    self.nodes = nodes
    self.isStandalone = isStandalone
    self.indentation = indentation
    self.lineEnd = lineEnd
    self.position = position
  }
}
