/// Walks a template's tree and writes its text.
struct Renderer {
  private(set) var output: [UInt8] = []
  private var context: ContextStack
  private var depth = 0
  private var steps = 0
  /// The partials that were asked for, and what was found.
  private var found: [String: Template?] = [:]
  private let partials: (String) throws(TemplateError) -> Template?
  private let escaping: Escaping
  private let limits: TemplateLimits

  init(
    data: MustacheValue, partials: @escaping (String) throws(TemplateError) -> Template?,
    escaping: Escaping, limits: TemplateLimits
  ) {
    context = ContextStack(data)
    self.partials = partials
    self.escaping = escaping
    self.limits = limits
  }

  /// Writes nodes.
  mutating func render(_ nodes: [Node], in frame: RenderFrame) throws(TemplateError) {
    for node in nodes {
      try countStep(frame)
      switch node {
      case .text(let bytes): try write(bytes, frame)
      case .lineStart: try write(frame.indentation, frame)
      case .variable(let path, let isRaw): try write(path, isRaw: isRaw, frame)
      case .section(let section): try render(section, in: frame)
      case .partial(let partial): try render(partial, in: frame)
      case .parent(let parent): try render(parent, in: frame)
      case .block(let block): try render(block, in: frame)
      }
    }
  }

  private mutating func write(_ path: NamePath, isRaw: Bool, _ frame: RenderFrame) throws(TemplateError) {
    guard let text = context.value(of: path)?.text else { return }
    try write(isRaw ? text : escaping.escape(text), frame)
  }

  private mutating func write(_ text: String, _ frame: RenderFrame) throws(TemplateError) {
    output.append(contentsOf: text.utf8)
    try checkSize(frame)
  }

  private mutating func write(_ bytes: [UInt8], _ frame: RenderFrame) throws(TemplateError) {
    output.append(contentsOf: bytes)
    try checkSize(frame)
  }
}

extension Renderer {
  private mutating func render(_ section: SectionNode, in frame: RenderFrame) throws(TemplateError) {
    let value = context.value(of: section.path) ?? .null
    let inner = frame.inside(section.position)
    guard value.isTruthy != section.isInverted else { return }
    try enter(inner)
    if section.isInverted {
      try render(section.nodes, in: inner)
    } else if case .list(let items) = value {
      for item in items { try render(section.nodes, over: item, in: inner) }
    } else {
      try render(section.nodes, over: value, in: inner)
    }
    depth -= 1
  }

  private mutating func render(
    _ nodes: [Node], over value: MustacheValue, in frame: RenderFrame
  ) throws(TemplateError) {
    // An empty section over a long list takes time, too.
    try countStep(frame)
    context.push(value)
    try render(nodes, in: frame)
    context.pop()
  }

  private mutating func render(_ partial: PartialNode, in frame: RenderFrame) throws(TemplateError) {
    guard let template = try template(partial.name) else { return }
    var inner = frame.inside(partial.position, indentation: frame.indentation(plus: partial.indentation))
    try enter(inner)
    inner.template = template.name
    try render(template.nodes, in: inner)
    depth -= 1
  }

  /// Renders a parent: what fills its blocks from farther outside counts before what fills them here.
  private mutating func render(_ parent: ParentNode, in frame: RenderFrame) throws(TemplateError) {
    guard let template = try template(parent.name) else { return }
    var inner = frame.inside(parent.position, indentation: frame.indentation(plus: parent.indentation))
    try enter(inner)
    let own = parent.arguments.mapValues {
      Argument(nodes: $0, template: frame.template, arguments: frame.arguments)
    }
    inner.arguments = own.merging(frame.arguments) { _, outer in outer }
    inner.template = template.name
    try render(template.nodes, in: inner)
    depth -= 1
  }

  private mutating func render(_ block: BlockNode, in frame: RenderFrame) throws(TemplateError) {
    var inner = frame.inside(block.position)
    try enter(inner)
    let start = output.count
    if let argument = frame.arguments[block.name] {
      inner.indentation = block.isStandalone ? frame.indentation + block.indentation : []
      inner.template = argument.template
      inner.arguments = argument.arguments
      try render(argument.nodes, in: inner)
    } else {
      try render(block.nodes, in: inner)
    }
    // What fills a standalone block may or may not end its last line itself.
    if output.count > start, output.last != UInt8(ascii: "\n") { try write(block.lineEnd, inner) }
    depth -= 1
  }

  private mutating func template(_ name: PartialName) throws(TemplateError) -> Template? {
    switch name {
    case .written(let name): return try template(name)
    case .dynamic(let path):
      guard let name = context.value(of: path)?.text else { return nil }
      return try template(name)
    }
  }

  private mutating func template(_ name: String) throws(TemplateError) -> Template? {
    if let known = found[name] { return known }
    let template = try partials(name)
    found[name] = .some(template)
    return template
  }
}

extension Renderer {
  private mutating func enter(_ frame: RenderFrame) throws(TemplateError) {
    depth += 1
    if depth > limits.depth { throw frame.error(.tooDeep(limit: limits.depth)) }
  }

  private mutating func countStep(_ frame: RenderFrame) throws(TemplateError) {
    steps += 1
    if steps > limits.steps { throw frame.error(.tooManySteps(limit: limits.steps)) }
  }

  private func checkSize(_ frame: RenderFrame) throws(TemplateError) {
    if output.count > limits.outputBytes { throw frame.error(.outputTooLarge(limit: limits.outputBytes)) }
  }
}

extension RenderFrame {
  /// The indentation of a template that is put in here. What is put into the middle of a line is not indented
  /// at all, because the lines of the surrounding template are indented before anything is put into them.
  fileprivate func indentation(plus own: [UInt8]?) -> [UInt8] {
    own.map { indentation + $0 } ?? []
  }

  fileprivate func error(_ kind: TemplateError.Kind) -> TemplateError {
    TemplateError(kind, in: template, at: position)
  }
}
