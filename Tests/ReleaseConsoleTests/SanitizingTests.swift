import ReleaseConsole
import StrictJSON
import Testing

@Suite("Text that reaches a terminal")
struct SanitizingTests {
  @Test(arguments: [
    ("\u{1B}[2J", "\\u{1b}[2J"), ("\u{9B}2J", "\\u{9b}2J"), ("\u{7F}", "\\u{7f}"), ("\0", "\\u{0}"),
    ("\r", "\\u{d}"), ("\r\n", "\\u{d}\\u{a}"), ("\u{8}", "\\u{8}"), ("a\u{202E}b", "a\\u{202e}b"),
    ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{200F}", "\\u{200f}"), ("\u{2028}", "\\u{2028}"),
    ("\n\t", "\\u{a}\\u{9}"),
  ])
  func `controls become visible`(_ text: String, _ shown: String) {
    #expect(text.sanitized() == shown)
  }

  @Test func `other text is left alone`() {
    #expect("é 😀 👨‍👩‍👧 日本 `x` \\u{1b}".sanitized() == "é 😀 👨‍👩‍👧 日本 `x` \\u{1b}")
  }

  @Test func `lines can be kept, with no other control`() {
    #expect("a\n\tb\r\u{1B}".sanitized(keepingLines: true) == "a\n\tb\\u{d}\\u{1b}")
  }

  @Test func `a value that was interpolated stays on its line, a literal does not`() {
    let value = "x\n\u{1B}[0m"
    let message: Message = "one\ntwo \(value) \(7)"
    #expect(message.rendered(isColored: false) == "one\ntwo x\\u{a}\\u{1b}[0m 7")
    #expect(message.plain == "one\ntwo x\n\u{1B}[0m 7")
  }

  @Test func `a message within a message keeps its roles and lines`() {
    let inner: Message = "a\n\("b", as: .path)"
    let outer: Message = "<\(inner)>"
    #expect(outer.rendered(isColored: true) == "<a\n\u{1B}[36mb\u{1B}[0m>")
  }

  @Test func `a value cannot end its colour`() {
    #expect(Message("\u{1B}[0m", as: .error).rendered(isColored: true) == "\u{1B}[1;31m\\u{1b}[0m\u{1B}[0m")
  }

  @Test func `controls in JSON are escaped without changing its values`() throws {
    let document: JSONValue = ["k": "\u{9B}2J\u{7F}\u{202E}é😀\n"]
    let capture = Capture(ConsoleOptions(isJSON: true)) { $0.answer(json: document) }
    #expect(capture.out == "{\n  \"k\": \"\\u009b2J\\u007f\\u202eé😀\\n\"\n}\n")
    #expect(try JSONValue(parsing: Array(capture.out.utf8)) == document)
  }
}
