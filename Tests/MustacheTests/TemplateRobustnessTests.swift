import Mustache
import Testing

@Suite("Mustache on any input")
struct TemplateRobustnessTests {
  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "#", "^", "/", "$", "<", ">", "*", "&", "!", "=", "a", "b", ".", " ", "\n",
    "\r\n",
    "\t", "{{#a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{<p}}", "{{/p}}", "{{>p}}", "{{=| |=}}", "|a|", "é", "  ",
  ]

  /// SplitMix64: the same numbers in every run.
  private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  @Test func `every text is a template or a mistake, and rendering it ends`() {
    var random = SeededNumbers(state: 1)
    var rendered = 0
    for _ in 0..<8_000 {
      let text = (0..<Int.random(in: 0..<14, using: &random))
        .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let data: MustacheValue = ["a": ["b": "x"], "b": [true, "y"], "p": "p"]
      do throws(TemplateError) {
        let template = try Template(parsing: text, name: "fuzz")
        rendered += 1
        _ = try template.render(
          data, partials: { _ throws(TemplateError) in template },
          limits: TemplateLimits(depth: 12, steps: 5_000))
      } catch {
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
    #expect(rendered > 2_000)
  }

  @Test func `text without tags comes out byte for byte`() throws {
    var random = SeededNumbers(state: 2)
    for _ in 0..<500 {
      let scalars = (0..<20).map { _ in Unicode.Scalar(UInt32.random(in: 1...0x3000, using: &random)) ?? "?" }
      let text = String(String.UnicodeScalarView(scalars)).replacing("{{", with: "")
      #expect(try Array(Template(parsing: text, name: "text").render([:]).utf8) == Array(text.utf8))
    }
  }

  @Test(arguments: [
    "{{a}}", "{{#a}}\n", "{ ", "  {{! c }}\n", "{{a}} ", "\n", "{{>p}}", "{{$a}}{{/a}}", "a}}",
  ])
  func `a very long template takes linear time`(_ part: String) {
    let text = String(repeating: part, count: 150_000 / part.utf8.count)
    let duration = ContinuousClock().measure {
      do throws(TemplateError) {
        _ = try Template(parsing: text, name: "long").render(["a": "x"])
      } catch { #expect(part == "{{#a}}\n") }
    }
    #expect(duration < .seconds(20))
  }
}
