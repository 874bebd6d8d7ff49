import Mustache
import Testing

@Suite("Mustache templates")
struct TemplateTests {
  @Test(arguments: Vector.interpolation)
  func `names are replaced by values`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.comments)
  func `comments leave nothing`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.delimiters)
  func `delimiters can be set`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.sections)
  func `sections repeat or vanish`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.inverted)
  func `inverted sections stand in for what is missing`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.partials)
  func `partials are put in`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.dynamicNames)
  func `partials may be named by the data`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.blocks)
  func `parents have blocks that are filled`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test(arguments: Vector.blockLayout)
  func `blocks keep the text's layout`(_ vector: Vector) throws {
    #expect(try vector.render() == vector.expected)
  }

  @Test func `escaping can be switched off`() throws {
    #expect(try Vector("", "{{a}}", ["a": "<&>"], makes: "").render(escaping: .none) == "<&>")
  }

  @Test func `escaping can be another one`() throws {
    let shout = Escaping { $0.uppercased() }
    #expect(try Vector("", "{{a}}{{{a}}}", ["a": "x"], makes: "").render(escaping: shout) == "Xx")
  }
}
