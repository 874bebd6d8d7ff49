import StrictJSON
import Testing

@Suite("Attacks on the JSON reader", .timeLimit(.minutes(20))) struct JSONAttackTests {
  @Test(arguments: ["-0", "-0.0", "1E0", "1e+0", "1e999999999", "-1e-999999999", "18446744073709551616"])
  func `a number that is no 64-bit integer is none, whatever it amounts to`(_ text: String) throws {
    let cursor = JSONCursor(try JSONValue(parsing: Array(text.utf8)))
    #expect(throws: JSONShapeError.self) { try cursor.integer() }
    #expect(throws: JSONShapeError.self) { try cursor.nonNegative() }
    #expect(throws: JSONShapeError.self) { try cursor.require(1) }
  }

  @Test func `the longest document is 8 MiB`() throws {
    let document = [UInt8](repeating: 0x20, count: (8 << 20) - 1) + [0x31]
    #expect(try JSONValue(parsing: document) == 1)
    #expect(throws: JSONError(offset: 0, reason: .tooLarge)) { try JSONValue(parsing: document + [0x20]) }
  }

  @Test func `8 MiB of one number are one number`() throws {
    let value = try JSONValue(parsing: [UInt8](repeating: 0x31, count: 8 << 20))
    #expect(value.kind == .number)
    #expect(throws: JSONShapeError.self) { try JSONCursor(value).number() }
  }

  @Test func `elements are counted without being read`() throws {
    #expect(try JSONCursor([1, [], "x"]).count() == 3)
    let error = #expect(throws: JSONShapeError.self) { try JSONCursor(["a": 1]).count() }
    #expect(error?.problem == .unexpected(found: .object, expected: .array))
  }

  /// Found in other readers: the first of a pair taken for the whole, or a pair made of two that are none.
  @Test(arguments: [
    (#""\ud800\ud800""#, 2), (#""\udc00""#, 2), (#""\ud83d\\ude00""#, 2), (#""\ud83d\u00de""#, 2),
    (#""\uD83D""#, 2),
  ]) func `halves of a pair make no character`(_ text: String, _ offset: Int) {
    #expect(throws: JSONError(offset: offset, reason: .loneSurrogate)) {
      try JSONValue(parsing: Array(text.utf8))
    }
  }
}
