import StrictJSON
import Testing

@Suite("What the JSON writer writes")
struct JSONWritingTests {
  let document: JSONValue = ["schema": 1, "b": [true, nil, "x"], "a": [:], "empty": []]

  @Test func `compact bytes are one line in the order of the members`() {
    #expect(text(document.bytes) == #"{"schema":1,"b":[true,null,"x"],"a":{},"empty":[]}"#)
  }

  @Test func `pretty bytes are indented by two and end with a newline`() {
    let lines = """
      {
        "schema": 1,
        "b": [
          true,
          null,
          "x"
        ],
        "a": {},
        "empty": []
      }

      """
    #expect(text(document.prettyBytes) == lines)
  }

  @Test func `only what must be escaped is escaped`() {
    let value: JSONValue = "\"\\/é😀\u{7F}\u{2028}\u{1}\u{1F}\u{8}\t\n\u{C}\r"
    #expect(text(value.bytes) == "\"\\\"\\\\/é😀\u{7F}\u{2028}\\u0001\\u001f\\b\\t\\n\\f\\r\"")
  }

  @Test(arguments: [(81.5, "81.5"), (5.0, "5.0"), (1e-7, "1e-07"), (.infinity, "null"), (.nan, "null")])
  func `doubles are written as JSON numbers`(_ double: Double, _ expected: String) {
    #expect(text(JSONValue(double).bytes) == expected)
  }

  @Test(arguments: ["", "1", "-7", "+1.5", "01.5", ".5", "1.5 ", "NaN", "0x1p3", "1.5,\"admin\":true"])
  func `a number's literal must be one number that is no integer`(_ literal: String) {
    #expect(JSONNumber(literal: literal) == nil)
  }

  @Test func `a number's literal reads as the nearest double`() {
    #expect(JSONNumber(literal: "-2.50e1")?.double == -25)
    #expect(JSONNumber(literal: "1e400")?.double == .infinity)
  }

  @Test func `absent strings are null`() {
    #expect(JSONValue(String?.none) == nil)
    #expect(JSONValue(Optional("x")) == "x")
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
