/// Reads one document from left to right, once, with one byte of look-ahead.
struct JSONParser {
  let bytes: [UInt8]
  let limits: JSONLimits
  var offset = 0

  init(_ bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// The byte to be read next, `nil` at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func document() throws(JSONError) -> JSONValue {
    guard bytes.count <= limits.bytes else { throw failure(.tooLarge) }
    guard !startsWithByteOrderMark else { throw failure(.byteOrderMark) }
    skipSpace()
    let value = try value(depth: 0)
    skipSpace()
    guard isAtEnd else { throw failure(.trailingBytes) }
    return value
  }

  /// - Parameter depth: The arrays and objects around the value.
  mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    default: throw unexpected()
    }
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  /// Reads the byte if it is the one asked for.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  func failure(_ reason: JSONError.Reason) -> JSONError { JSONError(offset: offset, reason: reason) }

  /// The failure of a byte, or of the end, that is not what the grammar asks for.
  func unexpected() -> JSONError {
    failure(next.map(JSONError.Reason.unexpectedByte) ?? .unexpectedEnd)
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for byte in word.description.utf8 {
      guard take(byte) else { throw unexpected() }
    }
    return value
  }

  private var startsWithByteOrderMark: Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.starts(with: [0xFF, 0xFE])
  }
}

extension JSONValue {
  /// Reads the one document that the bytes are.
  ///
  /// Takes time linear in the length and no more stack than the depth limit allows.
  /// - Throws: `JSONError` with the first thing that is wrong.
  package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    var parser = JSONParser(bytes, limits: limits)
    self = try parser.document()
  }
}
