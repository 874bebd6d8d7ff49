import Mustache
import Testing

/// One rule of the template language: a template, its data and partials, and the text that it makes.
struct Vector: Sendable, CustomTestStringConvertible {
  let rule: String
  let template: String
  let data: MustacheValue
  let partials: [String: String]
  let expected: String

  init(
    _ rule: String, _ template: String, _ data: MustacheValue = [:], partials: [String: String] = [:],
    makes expected: String
  ) {
    self.rule = rule
    self.template = template
    self.data = data
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { rule }

  func render(escaping: Escaping = .html) throws(TemplateError) -> String {
    let partials = partials
    return try Template(parsing: template, name: "vector").render(
      data,
      partials: { name throws(TemplateError) in
        guard let text = partials[name] else { return nil }
        return try Template(parsing: text, name: name)
      }, escaping: escaping)
  }
}

extension MustacheValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .number(String(value)) }
}
