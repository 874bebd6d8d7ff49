import Mustache
import Synchronization
import Testing

@Suite("Limits of rendering")
struct TemplateLimitsTests {
  private func error(
    _ template: String, _ data: MustacheValue = [:], limits: TemplateLimits = TemplateLimits()
  ) -> TemplateError? {
    do throws(TemplateError) {
      let template = try Template(parsing: template, name: "page")
      _ = try template.render(data, partials: { _ throws(TemplateError) in template }, limits: limits)
      return nil
    } catch { return error }
  }

  @Test(arguments: ["\n {{>page}}", "\n {{<page}}{{/page}}", "\n {{>*name}}"])
  func `a template that includes itself for ever is stopped`(_ template: String) {
    let error = error(template, ["name": "page"])
    #expect(error?.kind == .tooDeep(limit: 128))
    #expect([error?.line, error?.column] == [2, 2])
  }

  @Test func `what is nested too deep is named with the template that its tag stands in`() throws {
    let link = try Template(parsing: "\n\n   {{>next}}", name: "link")
    let template = try Template(parsing: "{{>next}}", name: "page")
    let error = #expect(throws: TemplateError.self) {
      try template.render(
        [:], partials: { (_) in link }, limits: TemplateLimits(depth: 3))
    }
    #expect(error?.template == "link")
    #expect([error?.line, error?.column] == [3, 4])
  }

  @Test func `a template that writes nothing, but doubles itself sixty times, is stopped`() {
    let data = (0..<60).reduce(MustacheValue.map(["l": []])) { inner, _ in ["l": [inner, inner]] }
    let error = error("{{#l}}{{>page}}{{/l}}", data, limits: TemplateLimits(steps: 10_000))
    #expect(error?.kind == .tooManySteps(limit: 10_000))
  }

  @Test func `an empty section over a long list counts`() {
    let list = MustacheValue.list(Array(repeating: true, count: 1_000))
    #expect(
      error("{{#l}}{{/l}}", ["l": list], limits: TemplateLimits(steps: 999))?.kind
        == .tooManySteps(limit: 999))
  }

  @Test func `output is as long as the limit and no longer`() {
    let limits = TemplateLimits(outputBytes: 6)
    #expect(error("{{#l}}{{.}}{{/l}}", ["l": ["ab", "cd", "ef"]], limits: limits) == nil)
    #expect(
      error("{{#l}}{{.}}{{/l}}", ["l": ["ab", "cd", "é", "x"]], limits: limits)?.kind
        == .outputTooLarge(limit: 6))
    #expect(error("1234567", limits: limits)?.kind == .outputTooLarge(limit: 6))
  }

  @Test func `an error in a partial names the partial`() throws {
    let page = try Template(parsing: "{{>part}}", name: "page")
    #expect {
      try page.render(
        [:], partials: { name throws(TemplateError) in try Template(parsing: "\n{{#a}}", name: name) })
    } throws: { error in
      (error as? TemplateError)?.template == "part" && (error as? TemplateError)?.line == 2
    }
  }

  @Test func `a partial is asked for once`() throws {
    let asked = Mutex(0)
    let page = try Template(parsing: "{{#l}}{{>a}}{{>none}}{{/l}}", name: "page")
    let part = try Template(parsing: "{{.}}", name: "a")
    let text = try page.render(
      ["l": [1, 2, 3]],
      partials: { name throws(TemplateError) in
        asked.withLock { $0 += 1 }
        return name == "a" ? part : nil
      })
    #expect(text == "123")
    #expect(asked.withLock { $0 } == 2)
  }
}
