/// Writes values as bytes that every reader understands alike.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether each member and element gets a line of its own.
  let isPretty: Bool

  mutating func write(_ value: JSONValue, depth: Int = 0) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .number(let value): write(value.literal)
    case .string(let value): write(quoted: value)
    case .array(let elements):
      writeList(elements, "[", "]", depth) { writer, element in writer.write(element, depth: depth + 1) }
    case .object(let object):
      writeList(object.members, "{", "}", depth) { writer, member in
        writer.write(quoted: member.key)
        writer.write(writer.isPretty ? ": " : ":")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], _ open: String, _ close: String, _ depth: Int,
    item: (inout JSONWriter, Item) -> Void
  ) {
    write(open)
    for (position, each) in items.enumerated() {
      if position > 0 { write(",") }
      breakLine(depth + 1)
      item(&self, each)
    }
    if !items.isEmpty { breakLine(depth) }
    write(close)
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    write("\n")
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Escapes only what must be: quotation mark, backslash and what lies below U+0020.
  private mutating func write(quoted text: String) {
    write("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case 0x08: write("\\b")
      case 0x09: write("\\t")
      case 0x0A: write("\\n")
      case 0x0C: write("\\f")
      case 0x0D: write("\\r")
      case ..<0x20: write("\\u00" + Hex.encode([byte]))
      default: bytes.append(byte)
      }
    }
    write("\"")
  }
}

extension JSONValue {
  /// The document on one line without spaces or a final newline, the members in their order, escaped only
  /// where it must be (`/` and everything beyond ASCII stand for themselves).
  package var bytes: [UInt8] {
    var writer = JSONWriter(isPretty: false)
    writer.write(self)
    return writer.bytes
  }

  /// The document for people: two spaces a level and a final newline.
  package var prettyBytes: [UInt8] {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
