/// A place in a template's text, both counted from 1.
struct SourcePosition: Hashable, Sendable {
  var line = 1
  var column = 1

  /// Moves over text; the column counts Unicode scalars, so continuation bytes do not move it.
  mutating func advance(over bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
