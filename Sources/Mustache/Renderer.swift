/// Walks a template's tree and writes its text.
struct Renderer {
  /// What was written and not handed on yet.
  private(set) var output: [UInt8] = []
  /// How many bytes were handed on.
  private var handedOn = 0
  private(set) var context: ContextStack
  var depth = 0
  private var steps = 0
  /// The partials that were asked for, and what was found.
  var found: [String: Template?] = [:]
  let partials: Template.Partials
  private let escaping: Escaping
  private let limits: TemplateLimits
  private let concurrently: ConcurrentMap?
  /// Takes what is handed on; nil: nothing is before the end.
  private let sink: (([UInt8]) -> Void)?

  init(
    context: ContextStack, partials: @escaping Template.Partials, escaping: Escaping, limits: TemplateLimits,
    concurrently: ConcurrentMap?, sink: (([UInt8]) -> Void)?
  ) {
    self.context = context
    self.concurrently = concurrently
    self.partials = partials
    self.escaping = escaping
    self.limits = limits
    self.sink = sink
  }

  /// Hands on what is left.
  mutating func finish() {
    if !output.isEmpty { sink?(output) }
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

  mutating func write(_ bytes: [UInt8], _ frame: RenderFrame) throws(TemplateError) {
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
      case .sequence(let items): try render(section.nodes, over: items, in: inner)
      default: try render(section.nodes, over: value, in: inner)
      }
    }
    depth -= 1
  }

  private mutating func render(
    _ nodes: [Node], over items: MustacheSequence, in frame: RenderFrame
  ) throws(TemplateError) {
    guard let concurrently, depth == 1, items.count >= 2 * Self.chunk else {
      for place in 0..<items.count { try render(nodes, over: items.element(place), in: frame) }
      return
    }
    for start in stride(from: 0, to: items.count, by: Self.chunks * Self.chunk) {
      let work = piecework(nodes, over: items, in: frame)
      let pieces = concurrently.run(Self.chunks) { chunk in
        let first = min(items.count, start + chunk * Self.chunk)
        return work(first..<min(items.count, first + Self.chunk))
      }
      for piece in pieces {
        steps += piece.steps
        try write(piece.bytes, frame)
        if let error = piece.error { throw error }
        try countStep(frame)
      }
      handOn()
    }
  }

  /// Returns what renders some elements of an outermost list, apart from everything else.
  private func piecework(
    _ nodes: [Node], over items: MustacheSequence, in frame: RenderFrame
  ) -> @Sendable (Range<Int>) -> RenderedPiece {
    let (context, partials, escaping, limits) = (context, partials, escaping, limits)
    return { range in
      var renderer = Renderer(
        context: context, partials: partials, escaping: escaping, limits: limits, concurrently: nil,
        sink: nil)
      renderer.depth = 1
      do throws(TemplateError) {
        for place in range { try renderer.render(nodes, over: items.element(place), in: frame) }
      } catch { return RenderedPiece(bytes: renderer.output, steps: renderer.steps, error: error) }
      return RenderedPiece(bytes: renderer.output, steps: renderer.steps, error: nil)
    }
  }

  /// How many elements make a piece, and how many pieces are made before they are handed on.
  private static let (chunk, chunks) = (128, 8)

  private mutating func render(
    _ nodes: [Node], over value: MustacheValue, in frame: RenderFrame
  ) throws(TemplateError) {
    // An empty section over a long list takes time, too.
    try countStep(frame)
    context.push(value)
    try render(nodes, in: frame)
    context.pop()
    // Within a block what was written is looked at again.
    if depth == 1, sink != nil, output.count >= Self.piece { handOn() }
  }

  private mutating func handOn() {
    sink?(output)
    handedOn += output.count
    output.removeAll(keepingCapacity: true)
  }

  /// How many bytes are handed on at a time.
  private static let piece = 1 << 16
}

extension Renderer {
  mutating func enter(_ frame: RenderFrame) throws(TemplateError) {
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
