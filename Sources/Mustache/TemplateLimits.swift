/// What rendering a template may use up, so that no template and no data can hang or exhaust the program.
package struct TemplateLimits: Hashable, Sendable {
  /// How deep sections, partials, parents and blocks may be nested while they are rendered.
  package var depth: Int
  /// How many bytes of output there may be.
  package var outputBytes: Int
  /// How many elements of templates may be rendered: a template that includes itself twice writes nothing
  /// and stays shallow for 2¹²⁸ steps.
  package var steps: Int

  /// Creates limits: by default 128 levels, 64 MiB and 100 million steps.
  package init(depth: Int = 128, outputBytes: Int = 64 << 20, steps: Int = 100_000_000) {
    self.depth = depth
    self.outputBytes = outputBytes
    self.steps = steps
  }
}
