import StrictJSON
import Testing

@testable import ReleasePlanning

@Suite("Configuration text")
struct JSON5Tests {
  @Test(arguments: [
    "{ /* a */ project /* b */ : /* c */ 'acme' /* d */ , /* e */ }", "{ 'project': \"acme\" }",
    "{\n// project: 'other'\nproject: 'acme', // and so on\n}\n// the end", "{project:'acme',}",
    "{ \"project\": \"\\u0061cme\" }", "/**/{ project: 'acme' }/***/",
    "{ /*/ project: 'other' /*/ project: 'acme' }", "{ // project: 'other'\r\nproject: 'acme' }",
  ])
  func `comments, quotes and commas are taken as JSON5 has them`(text: String) throws {
    #expect(try configuration(text).project == "acme")
  }

  @Test(arguments: [
    "", "{", "{ project: }", "{ project: 'a' ", "{ project: 'a' } }", "{ project: 'a", "{ /* }",
    "project: 'a'",
    "{ project: 'a' 'b' }",
  ])
  func `a text that is no JSON5 is refused`(text: String) throws {
    guard case .syntax(let message) = try problem(text).problem else { throw try problem(text) }
    #expect(!message.isEmpty)
  }

  @Test(arguments: [
    "/* one\n two */ { xyz: 1 }", "{ project: 'a}]\\'{', xyz: 1 }", "{ /* { [ \" */ xyz: 1 }",
    "{ artifacts: ['[', \"]\", '\\\\'], xyz: 1 }", "{ // it's {\n  xyz: 1 }", "{ version: { },\n\n\txyz: 1 }",
    "{ trust: 'ä€😀', xyz: 1 }", "{ /*/ { /*/ xyz: 1 }", "{ /* a **/ /***/ xyz: 1 }", "{\r\n  xyz: 1 }",
    "{ ledger: 'a\\\nb', xyz: 1 }", "{ version: { rules: [[], {}, [{}],], }, xyz: 1 }",
  ])
  func `a key is found behind comments, strings and brackets`(text: String) throws {
    let error = try problem(text)
    #expect(error.place == .of("xyz", in: text))
    #expect(error.path == "xyz")
  }

  @Test func `an element is found in its list`() throws {
    let text = "{ artifacts: [ 'a', /* , */ 'b',\n  /* ] */ 3 ] }"
    let error = try problem(text)
    #expect(error.path == "artifacts[2]")
    #expect(error.place == .of("3", in: text))
  }

  @Test func `finding positions takes any text to its end`() {
    let bytes = Array(designExample.utf8)
    for end in stride(from: 0, through: bytes.count, by: 7) {
      #expect(JSON5Positions(Array(bytes[..<end])).place(of: JSONPath()) != nil)
      #expect(JSON5Positions(Array(bytes[end...])).place(of: JSONPath()) != nil)
    }
  }

  @Test func `no single byte that goes missing is passed over in silence`() throws {
    let text = Array(#"{"project":"acme","trust":"t"}"#.utf8)
    for index in text.indices where !"acmet".utf8.contains(text[index]) {
      var damaged = text
      damaged.remove(at: index)
      let read = try? Configuration(parsing: damaged)
      #expect(read == nil || read?.project != "acme" || read?.trust == "t", "\(index)")
    }
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity", "1e999"])
  func `a number without a value is no limit`(number: String) {
    #expect(throws: ConfigurationError.self) { try check("prometheus: 'x', query: 'y', max: \(number)") }
  }

  @Test(arguments: [("0.5", 0.5), (".5", 0.5), ("1", 1), ("1.0", 1), ("+2", 2), ("0x10", 16), ("-3", -3)])
  func `numbers are read as JSON5 has them`(text: String, number: Double) throws {
    guard case .prometheus(_, _, let max, _) = try check("prometheus: 'x', query: 'y', max: \(text)").probe
    else {
      return
    }
    #expect(max == number)
  }
}
