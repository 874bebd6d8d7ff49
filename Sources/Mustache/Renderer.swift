/// Walks a template's tree and writes its text.
struct Renderer {
  /// What was written and not handed on yet.
  private var output: [UInt8] = []
  /// How many bytes were handed on.
  private var handedOn = 0
  private var context: ContextStack
  private var depth = 0
  private var steps = 0
  /// The partials that were asked for, and what was found.
  private var found: [String: Template?] = [:]
  private let partials: (String) throws(TemplateError) -> Template?
  private let escaping: Escaping
  private let limits: TemplateLimits
  private let sink: ([UInt8]) -> Void

  init(
    data: MustacheValue, partials: @escaping (String) throws(TemplateError) -> Template?,
    escaping: Escaping, limits: TemplateLimits, sink: @escaping ([UInt8]) -> Void
  ) {
    context = ContextStack(data)
    self.partials = partials
    self.escaping = escaping
    self.limits = limits
    self.sink = sink
  }

  /// Hands on what is left.
  mutating func finish() {
    if !output.isEmpty { sink(output) }
  }

  /// Writes nodes.
  mutating func render(_ nodes: [Node], in frame: RenderFrame) throws(TemplateError) {
    for node in nodes {
      try countStep(frame)
      switch node {
      case .text(let bytes): try write(bytes, frame)
      case .lineStart: try write(frame.scope.indentation, frame)
      case .variable(let path): try write(path, isRaw: false, frame)
      case .raw(let path): try write(path, isRaw: true, frame)
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
    } else {
      switch value {
      case .list(let items):
        for item in items { try render(section.nodes, over: item, in: inner) }
      case .sequence(let items):
        for place in 0..<items.count { try render(section.nodes, over: items.element(place), in: inner) }
      default: try render(section.nodes, over: value, in: inner)
      }
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
    // Within a block what was written is looked at again.
    if depth == 1, output.count >= Self.piece { handOn() }
  }

  private mutating func handOn() {
    sink(output)
    handedOn += output.count
    output.removeAll(keepingCapacity: true)
  }

  /// How many bytes are handed on at a time.
  private static let piece = 1 << 16

  private mutating func render(_ partial: PartialNode, in frame: RenderFrame) throws(TemplateError) {
    guard let template = try template(partial.name) else { return }
    let scope = RenderScope(
      template.name, indentation: frame.scope.indentation(plus: partial.indentation),
      arguments: frame.scope.arguments)
    try render(template.nodes, within: RenderFrame(scope, at: partial.position))
  }

  /// Renders a parent: what fills its blocks from farther outside counts before what fills them here.
  private mutating func render(_ parent: ParentNode, in frame: RenderFrame) throws(TemplateError) {
    guard let template = try template(parent.name) else { return }
    let own = parent.arguments.mapValues {
      Argument(nodes: $0, template: frame.scope.template, arguments: frame.scope.arguments)
    }
    let scope = RenderScope(
      template.name, indentation: frame.scope.indentation(plus: parent.indentation),
      arguments: own.merging(frame.scope.arguments) { _, outer in outer })
    try render(template.nodes, within: RenderFrame(scope, at: parent.position))
  }

  private mutating func render(_ block: BlockNode, in frame: RenderFrame) throws(TemplateError) {
    let start = output.count
    let scope = frame.scope
    if let argument = scope.arguments[block.name] {
      let inner = RenderScope(
        argument.template, indentation: block.isStandalone ? scope.indentation + block.indentation : [],
        arguments: argument.arguments)
      try render(argument.nodes, within: RenderFrame(inner, at: block.position))
    } else {
      try render(block.nodes, within: frame.inside(block.position))
    }
    // What fills a standalone block may or may not end its last line itself.
    if output.count > start, output.last != UInt8(ascii: "\n") { try write(block.lineEnd, frame) }
  }

  private mutating func render(_ nodes: [Node], within frame: RenderFrame) throws(TemplateError) {
    try enter(frame)
    try render(nodes, in: frame)
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
    if handedOn + output.count > limits.outputBytes {
      throw frame.error(.outputTooLarge(limit: limits.outputBytes))
    }
  }
}
