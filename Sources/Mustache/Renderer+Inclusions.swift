/// Templates that are put in, and what fills their blocks.
extension Renderer {
  mutating func render(_ partial: PartialNode, in frame: RenderFrame) throws(TemplateError) {
    guard let template = try template(partial.name) else { return }
    let scope = RenderScope(
      template.name, indentation: frame.scope.indentation(plus: partial.indentation),
      arguments: frame.scope.arguments)
    try render(template.nodes, in: scope, from: frame.inside(partial.position))
  }

  /// Renders a parent: what fills its blocks from farther outside counts before what fills them here.
  mutating func render(_ parent: ParentNode, in frame: RenderFrame) throws(TemplateError) {
    guard let template = try template(parent.name) else { return }
    let own = parent.arguments.mapValues {
      Argument(nodes: $0, template: frame.scope.template, arguments: frame.scope.arguments)
    }
    let scope = RenderScope(
      template.name, indentation: frame.scope.indentation(plus: parent.indentation),
      arguments: own.merging(frame.scope.arguments) { _, outer in outer })
    try render(template.nodes, in: scope, from: frame.inside(parent.position))
  }

  mutating func render(_ block: BlockNode, in frame: RenderFrame) throws(TemplateError) {
    let start = output.count
    let scope = frame.scope
    if let argument = scope.arguments[block.name] {
      let inner = RenderScope(
        argument.template, indentation: block.isStandalone ? scope.indentation + block.indentation : [],
        arguments: argument.arguments)
      try render(argument.nodes, in: inner, from: frame.inside(block.position))
    } else {
      try render(block.nodes, in: scope, from: frame.inside(block.position))
    }
    // What fills a standalone block may or may not end its last line itself.
    if output.count > start, output.last != UInt8(ascii: "\n") { try write(block.lineEnd, frame) }
  }

  /// Renders what is put in at a place, which errors of depth name.
  private mutating func render(
    _ nodes: [Node], in scope: RenderScope, from place: RenderFrame
  ) throws(TemplateError) {
    try enter(place)
    try render(nodes, in: scope === place.scope ? place : RenderFrame(scope))
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
