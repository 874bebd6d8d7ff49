import Mustache
import Testing

@Suite("Lists that are rendered side by side")
struct ConcurrentMapTests {
  /// Does the last piece first.
  private static let backwards = ConcurrentMap { count, work in
    Array((0..<count).reversed().map(work).reversed())
  }

  private func list(_ count: Int) -> MustacheValue {
    ["l": .sequence(MustacheSequence(count: count) { ["n": .number(String($0)), "l": [1, 2]] }), "x": "y"]
  }

  private func rendered(
    _ text: String, _ count: Int, limits: TemplateLimits = TemplateLimits(), concurrently: ConcurrentMap?
  ) throws -> (text: String, error: TemplateError?) {
    let template = try Template(parsing: text, name: "page")
    var bytes: [UInt8] = []
    do throws(TemplateError) {
      try template.render(list(count), limits: limits, concurrently: concurrently) { bytes += $0 }
      return (String(decoding: bytes, as: UTF8.self), nil)
    } catch { return (String(decoding: bytes, as: UTF8.self), error) }
  }

  @Test(arguments: [0, 1, 255, 256, 1_024, 1_025, 3_000])
  func `the text is the one that comes of one after the other`(_ count: Int) throws {
    let text = "a\n{{#l}}\n{{n}} {{x}}{{#l}}{{.}}{{/l}}\n{{/l}}\n{{^l}}none{{/l}}z{{#l}}{{n}}{{/l}}"
    let expected = try rendered(text, count, concurrently: nil)
    let found = try rendered(text, count, concurrently: Self.backwards)
    #expect(found.text == expected.text && found.error == nil)
  }

  @Test func `a limit is a limit, and what comes before it is there`() throws {
    let limits = TemplateLimits(steps: 5_000)
    let found = try rendered("{{#l}}{{n}},{{/l}}", 2_000, limits: limits, concurrently: Self.backwards)
    #expect(found.error?.kind == .tooManySteps(limit: 5_000))
    let text = "{{#l}}{{#l}}{{#l}}{{n}}{{/l}}{{/l}}{{/l}}"
    let deep = try rendered(text, 2_000, limits: TemplateLimits(depth: 2), concurrently: Self.backwards)
    #expect(deep.error?.kind == .tooDeep(limit: 2))
    #expect(
      try rendered(text, 2_000, limits: TemplateLimits(depth: 3), concurrently: Self.backwards).error == nil)
  }
}
