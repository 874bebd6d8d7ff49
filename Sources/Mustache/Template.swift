/// A parsed Mustache template.
///
/// All of the specification's modules (github.com/mustache/spec) except lambdas: interpolation, sections,
/// inverted sections, comments, delimiters, partials, dynamic names and inheritance.
///
///     ## {{version}}
///     {{#commits}}
///     - {{#scope}}**{{scope}}:** {{/scope}}{{description}}
///     {{/commits}}
///
/// Text goes through four steps: `Scanner` cuts it into text and tags, `TagPairs` finds which tags belong
/// together, `Layout` applies the rules of standalone lines, and `NodeBuilder` makes the tree.
package struct Template: Sendable {
  /// The name that errors carry.
  package let name: String
  let nodes: [Node]

  /// Parses a template.
  ///
  /// - Parameter name: What errors call it: a file's name, or the name of a built-in template.
  /// - Throws: `TemplateError` for a tag without an end, sections that do not match, a bad name or bad
  ///   delimiters, and for sections nested deeper than `Template.deepestNesting`.
  package init(parsing text: String, name: String) throws(TemplateError) {
    let tokens = try Scanner.tokens(of: text, template: name)
    let pairs = try TagPairs(of: tokens, template: name)
    let layout = Layout(of: tokens, pairs: pairs)
    self.name = name
    nodes = NodeBuilder.nodes(of: tokens, pairs: pairs, layout: layout)
  }

  /// How deep sections, parents and blocks may be nested in one text; trees are walked by recursion.
  package static let deepestNesting = 128

  /// Finds a partial or parent by its name; nil for a name that is not known.
  package typealias Partials = @Sendable (String) throws(TemplateError) -> Template?

  /// Returns the text that the template makes of the data.
  ///
  /// - Parameters:
  ///   - partials: Finds a partial or parent by its name; a name that it does not know renders nothing. It is
  ///     asked once for each name.
  ///   - escaping: What `{{name}}` does to text.
  ///   - limits: What a template may use up; a template that includes itself for ever ends there.
  /// - Throws: `TemplateError` when a limit is reached, and whatever `partials` throws.
  package func render(
    _ data: MustacheValue,
    partials: @escaping Partials = { _ in nil },
    escaping: Escaping = .html,
    limits: TemplateLimits = TemplateLimits()
  ) throws(TemplateError) -> String {
    var text: [UInt8] = []
    try render(data, partials: partials, escaping: escaping, limits: limits) { text += $0 }
    return String(decoding: text, as: UTF8.self)
  }

  /// Hands on the text that the template makes of the data, piece by piece while it is made: between two elements of
  /// an outermost list, and at the end.
  ///
  /// - Parameter concurrently: Renders the elements of a long outermost list side by side; nil: one after the other.
  /// - Throws: `TemplateError`; what was handed on by then stays without its end.
  package func render(
    _ data: MustacheValue,
    partials: @escaping Partials = { _ in nil },
    escaping: Escaping = .html,
    limits: TemplateLimits = TemplateLimits(), concurrently: ConcurrentMap? = nil,
    handingOn body: ([UInt8]) -> Void
  ) throws(TemplateError) {
    try withoutActuallyEscaping(body) { (sink) throws(TemplateError) in
      var renderer = Renderer(
        context: ContextStack(data), partials: partials, escaping: escaping, limits: limits,
        concurrently: concurrently, sink: sink)
      try renderer.render(nodes, in: RenderFrame(RenderScope(name)))
      renderer.finish()
    }
  }
}
