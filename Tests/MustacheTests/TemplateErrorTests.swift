import Mustache
import Testing

@Suite("Mistakes in templates")
struct TemplateErrorTests {
  private func error(_ template: String) -> TemplateError? {
    do throws(TemplateError) {
      _ = try Template(parsing: template, name: "page")
      return nil
    } catch { return error }
  }

  private static let mistakes: [(template: String, kind: TemplateError.Kind, line: Int, column: Int)] = [
    ("a {{b", .unclosedTag, 1, 3),
    ("{{{a}}", .unclosedTag, 1, 1),
    ("{{= | | }}", .unclosedTag, 1, 1),
    ("é\n é{{! note", .unclosedTag, 2, 3),
    ("{{", .unclosedTag, 1, 1),
    ("{{#a}}\n{{/b}}", .mismatchedClose(expected: "a", found: "b"), 2, 1),
    ("{{#a}}{{^b}}{{/a}}{{/b}}", .mismatchedClose(expected: "b", found: "a"), 1, 13),
    ("x{{/a}}", .unexpectedClose("a"), 1, 2),
    ("\r\n  {{#a}}", .unclosedSection("a"), 2, 3),
    ("{{<p}}{{$b}}{{/b}}", .unclosedSection("p"), 1, 1),
    ("{{$b}}", .unclosedSection("b"), 1, 1),
    ("{{}}", .invalidName(""), 1, 1),
    ("{{# }}", .invalidName(" "), 1, 1),
    ("{{a b}}", .invalidName("a b"), 1, 1),
    ("{{a..b}}", .invalidName("a..b"), 1, 1),
    ("{{.a}}", .invalidName(".a"), 1, 1),
    ("{{>*}}", .invalidName("*"), 1, 1),
    ("{{=<%=}}", .invalidDelimiters("<%"), 1, 1),
    ("{{=a b c=}}", .invalidDelimiters("a b c"), 1, 1),
    ("{{=a= b=}}", .invalidDelimiters("a= b"), 1, 1),
    ("{{= =}}", .invalidDelimiters(" "), 1, 1),
  ]

  @Test(arguments: mistakes)
  func `a mistake is found in its place`(
    _ template: String, _ kind: TemplateError.Kind, _ line: Int, _ column: Int
  ) {
    let error = error(template)
    #expect(error?.kind == kind)
    #expect(error?.template == "page")
    #expect([error?.line, error?.column] == [line, column])
  }

  @Test func `sections can be nested so deep and no deeper`() {
    let limit = Template.deepestNesting
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)
    }
    #expect(error(nested(limit)) == nil)
    #expect(error(nested(limit + 1))?.kind == .tooDeep(limit: limit))
    #expect(error(nested(100_000))?.kind == .tooDeep(limit: limit))
  }
}
