import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite("What the JSON reader reads")
struct JSONReadingTests {
  static let values: [(String, JSONValue)] = [
    ("null", .null), ("true", true), ("false", false), (" [ ] ", []), ("{\r\n\t}", [:]),
    (#"{"b":[1,{"c":null}],"a":"x"}"#, ["b": [1, ["c": nil]], "a": "x"]),
  ]

  @Test(arguments: values)
  func `values of every kind are read`(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u20AC\ud83d\ude00""#, "Aé€😀"),
    (#""\u0000""#, "\0"), ("\"é€😀\u{7F}\"", "é€😀\u{7F}"), (#""\uFFFF\uFEFF""#, "\u{FFFF}\u{FEFF}"),
  ])
  func `escapes and characters stand for what RFC 8259 says`(_ text: String, _ string: String) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)) == .string(string))
  }

  @Test(arguments: [
    ("0", 0), ("-1", -1), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
  ])
  func `integers of 64 bits are integers`(_ text: String, _ integer: Int64) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)) == .integer(integer))
  }

  @Test(arguments: ["1.0", "1e2", "-0", "-0.5E-3", "9223372036854775808", "1e400"])
  func `other numbers keep their literal`(_ text: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value.kind == .number)
    #expect(value.bytes == Array(text.utf8))
  }

  @Test func `keys that are canonically equivalent are two keys`() throws {
    let value = try JSONValue(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(try JSONCursor(value).member("\u{E9}").integer() == 1)
    #expect(try JSONCursor(value).member("e\u{301}").integer() == 2)
  }

  @Test func `strings that are canonically equivalent are two values`() {
    #expect(JSONValue("\u{212A}") != JSONValue("K"))
    #expect(Set([JSONValue("\u{E9}"), JSONValue("e\u{301}"), JSONValue("\u{E9}")]).count == 2)
  }

  @Test(
    .enabled(if: SharedCases.arePresent),
    arguments: [
      "branch-ranges", "commits", "merkle-vectors", "note-vectors", "semver-order", "tags",
      "version-bump", "wycheproof_ed25519_test",
    ])
  func `documents found in the field are read as Foundation reads them`(_ name: String) throws {
    let bytes = try SharedCases.bytes("cases/\(name).json")
    let value = try JSONValue(parsing: Array(bytes))
    let ours = try JSONSerialization.jsonObject(with: Data(value.bytes)) as? NSObject
    #expect(ours == (try JSONSerialization.jsonObject(with: bytes) as? NSObject))
    #expect(try JSONValue(parsing: value.prettyBytes) == value)
  }

  /// 60,000 distinct keys that Unicode normalisation makes one: with the standard library's string hash
  /// they would all collide, and this would take minutes.
  @Test(.timeLimit(.minutes(20)))
  func `keys made to collide do not slow the reader down`() throws {
    let members = (0..<60_000).map { number in
      "\"" + (0..<16).map { number >> $0 & 1 == 0 ? "\u{E9}" : "e\u{301}" }.joined() + "\":0"
    }
    let value = try JSONValue(parsing: Array("{\(members.joined(separator: ","))}".utf8))
    #expect(try JSONCursor(value).object().count == 60_000)
  }

  @Test func `no bytes make the reader crash`() {
    var random = SplitMix(state: 7)
    let seed = Array(#"{"a":[1,-2.5e3,"\u00e9\ud83d\ude00é"],"b":{"c":null,"d":true}}"#.utf8)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0...(random.next() % 3) {
        bytes[Int(random.next() % UInt64(seed.count))] = UInt8(random.next() & 0xFF)
      }
      guard let value = try? JSONValue(parsing: bytes) else { continue }  // most mutations are refused
      #expect((try? JSONValue(parsing: value.bytes)) == value)
    }
  }
}

/// A fixed sequence of numbers that look random (SplitMix64), so that a failure can be repeated.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
