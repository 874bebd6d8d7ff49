/// A part of a parsed template.
enum Node: Hashable, Sendable {
  case text([UInt8])
  /// The beginning of a line of the template; the indentation of the template around it is written here.
  case lineStart
  case variable(NamePath, isRaw: Bool)
  case section(SectionNode)
  case partial(PartialNode)
  case parent(ParentNode)
  case block(BlockNode)
}

/// Content that is rendered once for each value, or when there is none.
struct SectionNode: Hashable, Sendable {
  let path: NamePath
  let isInverted: Bool
  var nodes: [Node]
  let position: SourcePosition
}

/// A template that is put in here.
struct PartialNode: Hashable, Sendable {
  let name: PartialName
  /// The white space before it when it is alone on its line; nil in the middle of a line.
  var indentation: [UInt8]?
  let position: SourcePosition
}

/// A template that is put in here with some of its blocks replaced.
struct ParentNode: Hashable, Sendable {
  let name: PartialName
  /// The white space before it when it is alone on its line; nil in the middle of a line.
  var indentation: [UInt8]?
  let arguments: [String: [Node]]
  let position: SourcePosition
}

/// A place that a template which includes this one may fill.
struct BlockNode: Hashable, Sendable {
  let name: String
  /// What is rendered when nobody fills it.
  var nodes: [Node]
  /// Whether the block is alone on its lines, so that what fills it is indented and ends its line.
  let isStandalone: Bool
  var indentation: [UInt8]
  let lineEnd: [UInt8]
  let position: SourcePosition
}
