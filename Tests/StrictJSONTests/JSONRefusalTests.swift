import StrictJSON
import Testing

/// A document that is right but for one mutation, and what must be said of it.
struct Refusal: Sendable, CustomTestStringConvertible {
  let mutation: String
  let bytes: [UInt8]
  let offset: Int
  let reason: JSONError.Reason

  init(_ mutation: String, _ text: String, at offset: Int, _ reason: JSONError.Reason) {
    self.init(mutation, Array(text.utf8), at: offset, reason)
  }

  init(_ mutation: String, _ bytes: [UInt8], at offset: Int, _ reason: JSONError.Reason) {
    (self.mutation, self.bytes, self.offset, self.reason) = (mutation, bytes, offset, reason)
  }

  /// A string of one array whose content is these bytes.
  init(_ mutation: String, inString bytes: [UInt8], at offset: Int = 2, _ reason: JSONError.Reason) {
    self.init(mutation, Array("[\"".utf8) + bytes + Array("\"]".utf8), at: offset, reason)
  }

  var testDescription: String { mutation }
}

@Suite("Refusals of the JSON reader")
struct JSONRefusalTests {
  static let structure = [
    Refusal("empty", "", at: 0, .unexpectedEnd),
    Refusal("only spaces", " \n", at: 2, .unexpectedEnd),
    Refusal("second document", "{} {}", at: 3, .trailingBytes),
    Refusal("letter after the document", "{}x", at: 2, .trailingBytes),
    Refusal("NUL after the document", "{}\0", at: 2, .trailingBytes),
    Refusal("comma before }", #"{"a":1,}"#, at: 6, .trailingComma),
    Refusal("comma before ]", "[1 , ]", at: 3, .trailingComma),
    Refusal("lone comma", "[,]", at: 1, .unexpectedByte(0x2C)),
    Refusal("two commas", "[1,,2]", at: 3, .unexpectedByte(0x2C)),
    Refusal("no comma", "[1 2]", at: 3, .unexpectedByte(0x32)),
    Refusal("no colon", #"{"a" 1}"#, at: 5, .unexpectedByte(0x31)),
    Refusal("number as key", "{1:2}", at: 1, .unexpectedByte(0x31)),
    Refusal("bare key", "{a:1}", at: 1, .unexpectedByte(0x61)),
    Refusal("single quotes", "['a']", at: 1, .unexpectedByte(0x27)),
    Refusal("comment", "[1/*x*/]", at: 2, .unexpectedByte(0x2F)),
    Refusal("wrong bracket", "[1}", at: 2, .unexpectedByte(0x7D)),
    Refusal("open array", "[1", at: 2, .unexpectedEnd),
    Refusal("open object", #"{"a":1"#, at: 6, .unexpectedEnd),
    Refusal("key alone", #"{"a""#, at: 4, .unexpectedEnd),
    Refusal("upper-case literal", "True", at: 0, .unexpectedByte(0x54)),
    Refusal("cut literal", "tru", at: 3, .unexpectedEnd),
    Refusal("NaN", "NaN", at: 0, .unexpectedByte(0x4E)),
    Refusal("no-break space", "[\u{A0}1]", at: 1, .unexpectedByte(0xC2)),
    Refusal("form feed as space", "[\u{C}1]", at: 1, .unexpectedByte(0x0C)),
  ]

  static let keys = [
    Refusal("key twice", #"{"a":1,"a":2}"#, at: 7, .duplicateKey("a")),
    Refusal("key twice with one value", #"{"a":1,"a":1}"#, at: 7, .duplicateKey("a")),
    Refusal("escaped twin", #"{"payload":1,"p\u0061yload":2}"#, at: 13, .duplicateKey("payload")),
    Refusal("escaped solidus twin", #"{"a/b":1,"a\/b":2}"#, at: 9, .duplicateKey("a/b")),
    Refusal("empty key twice", #"{"":1,"":2}"#, at: 6, .duplicateKey("")),
    Refusal("nested twice", #"{"x":[{"k":1,"k":2}]}"#, at: 13, .duplicateKey("k")),
    Refusal("null first", #"{"a":null,"a":2}"#, at: 10, .duplicateKey("a")),
  ]

  static let encodings = [
    Refusal("UTF-8 mark", [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], at: 0, .byteOrderMark),
    Refusal("UTF-16 mark, little end first", [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], at: 0, .byteOrderMark),
    Refusal("UTF-16 mark, big end first", [0xFE, 0xFF, 0, 0x7B, 0, 0x7D], at: 0, .byteOrderMark),
    Refusal("UTF-16 without mark", [0x7B, 0, 0x7D, 0], at: 1, .unexpectedByte(0)),
    Refusal("lone continuation", inString: [0x80], .invalidUTF8),
    Refusal("overlong solidus in two", inString: [0xC0, 0xAF], .invalidUTF8),
    Refusal("overlong solidus in three", inString: [0xE0, 0x80, 0xAF], .invalidUTF8),
    Refusal("overlong in four", inString: [0xF0, 0x82, 0x82, 0xAC], .invalidUTF8),
    Refusal("surrogate as UTF-8", inString: [0xED, 0xA0, 0x80], .invalidUTF8),
    Refusal("beyond U+10FFFF", inString: [0xF4, 0x90, 0x80, 0x80], .invalidUTF8),
    Refusal("byte FF", inString: [0xFF], .invalidUTF8),
    Refusal("second of two missing", inString: [0xC3], .invalidUTF8),
    Refusal("third of three missing", inString: [0x61, 0xE2, 0x82], at: 3, .invalidUTF8),
    Refusal("cut at the end", [0x22, 0xE2, 0x82], at: 1, .invalidUTF8),
    Refusal("invalid in a key", [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D], at: 2, .invalidUTF8),
  ]

  static let strings = [
    Refusal("raw newline", "\"a\nb\"", at: 2, .controlCharacter),
    Refusal("raw tab", "\"a\tb\"", at: 2, .controlCharacter),
    Refusal("raw NUL", "\"\0\"", at: 1, .controlCharacter),
    Refusal("open string", "\"abc", at: 4, .unexpectedEnd),
    Refusal("escape at the end", #""abc\"#, at: 5, .unexpectedEnd),
    Refusal("unknown escape", #""\x41""#, at: 2, .badEscape),
    Refusal("upper-case escape", #""\N""#, at: 2, .badEscape),
    Refusal("three hex digits", #""\u00e""#, at: 6, .badEscape),
    Refusal("sign for a hex digit", #""\u+041""#, at: 3, .badEscape),
    Refusal("hex cut at the end", #""\u00"#, at: 5, .unexpectedEnd),
    Refusal("high surrogate alone", #""\ud83d""#, at: 2, .loneSurrogate),
    Refusal("low surrogate alone", #""\ude00""#, at: 2, .loneSurrogate),
    Refusal("pair the wrong way round", #""\ude00\ud83d""#, at: 2, .loneSurrogate),
    Refusal("high surrogate and a letter", #""\ud83d\u0041""#, at: 2, .loneSurrogate),
    Refusal("high surrogate and a newline", #""\ud83d\n""#, at: 2, .loneSurrogate),
  ]

  static let numbers = [
    Refusal("leading zero", "01", at: 1, .badNumber),
    Refusal("negative leading zero", "-01", at: 2, .badNumber),
    Refusal("plus", "+1", at: 0, .unexpectedByte(0x2B)),
    Refusal("minus alone", "-", at: 1, .badNumber),
    Refusal("no digit before the point", ".5", at: 0, .unexpectedByte(0x2E)),
    Refusal("no digit after the point", "1.", at: 2, .badNumber),
    Refusal("no digit in the exponent", "1e+", at: 3, .badNumber),
    Refusal("hexadecimal", "0x10", at: 1, .trailingBytes),
    Refusal("minus infinity", "-Infinity", at: 1, .badNumber),
    Refusal("underscore", "1_000", at: 1, .trailingBytes),
  ]

  @Test(arguments: structure + keys + encodings + strings + numbers)
  func `each mutation is refused where it is, for what it is`(_ refusal: Refusal) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: refusal.bytes) }
    #expect(error == JSONError(refusal))
  }

  @Test func `a duplicate among many keys is found`() {
    let members = (0..<2000).map { #""k\#($0)":0"# } + [#""k\u0031234":1"#]
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: Array("{\(members.joined(separator: ","))}".utf8))
    }
    #expect(error?.reason == .duplicateKey("k1234"))
  }

  @Test func `the longest document is read and one byte more is not`() throws {
    let document = Array("[10]".utf8)
    #expect(try JSONValue(parsing: document, limits: JSONLimits(bytes: 4)) == [10])
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: document, limits: JSONLimits(bytes: 3))
    }
    #expect(error?.reason == .tooLarge)
  }

  @Test(arguments: [32, 33, 100_000])
  func `only the allowed depth is read, without stack for more`(_ depth: Int) throws {
    let document =
      Array(String(repeating: "[", count: depth).utf8) + Array(String(repeating: "]", count: depth).utf8)
    let error = try refusal(of: document)
    #expect(error?.reason == (depth <= 32 ? nil : .tooDeep))
    #expect(error?.offset == (depth <= 32 ? nil : 32))
  }

  @Test func `objects count for the depth as arrays do`() throws {
    let document = Array(#"{"a":[{"b":1}]}"#.utf8)
    #expect(try refusal(of: document, JSONLimits(depth: 3)) == nil)
    #expect(try refusal(of: document, JSONLimits(depth: 2))?.reason == .tooDeep)
  }

  @Test func `no limit goes beyond the greatest depth`() {
    #expect(JSONLimits(depth: 1_000_000).depth == JSONLimits.greatestDepth)
  }

  private func refusal(of document: [UInt8], _ limits: JSONLimits = JSONLimits()) throws -> JSONError? {
    do throws(JSONError) {
      _ = try JSONValue(parsing: document, limits: limits)
      return nil
    } catch { return error }
  }
}

extension JSONError {
  /// The error that a vector expects, made by a reader at the same place.
  fileprivate init(_ refusal: Refusal) { self.init(offset: refusal.offset, reason: refusal.reason) }
}
