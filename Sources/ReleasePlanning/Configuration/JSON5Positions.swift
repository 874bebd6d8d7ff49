internal import StrictJSON

/// Finds where the members of a well-formed JSON5 text stand.
///
/// It follows brackets, quotation marks, commas and comments and reads nothing else, so it needs no grammar of numbers
/// and names.
struct JSON5Positions {
  private(set) var places: [[JSONPath.Step]: SourcePlace] = [:]
  /// The first key that stands twice in its object.
  private(set) var repeated: (path: JSONPath, place: SourcePlace)?
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipBlank()
    scanValue([])
  }

  /// Returns where a member's key stands, or else its nearest enclosing one's.
  func place(of path: JSONPath) -> SourcePlace? {
    var steps = path.steps
    while !steps.isEmpty {
      if let place = places[steps] { return place }
      steps.removeLast()
    }
    return places[[]]
  }

  private var here: SourcePlace { SourcePlace(line: line, column: offset - lineStart + 1) }
  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func scanValue(_ path: [JSONPath.Step]) {
    if places[path] == nil { places[path] = here }
    switch byte {
    case UInt8(ascii: "{"): scanMembers(path)
    case UInt8(ascii: "["): scanElements(path)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = scanQuoted()
    default: _ = scanWord()
    }
  }

  private mutating func scanMembers(_ path: [JSONPath.Step]) {
    advance()
    skipBlank()
    while let next = byte, next != UInt8(ascii: "}") {
      let place = here
      let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
      let member = path + [.key(isQuoted ? scanQuoted() : scanWord())]
      if places[member] != nil, repeated == nil { repeated = (JSONPath(member), place) }
      places[member] = place
      skip(UInt8(ascii: ":"))
      scanValue(member)
      skip(UInt8(ascii: ","))
      if offset >= bytes.count { return }
    }
    advance()
  }

  private mutating func scanElements(_ path: [JSONPath.Step]) {
    advance()
    skipBlank()
    var index = 0
    while let next = byte, next != UInt8(ascii: "]") {
      scanValue(path + [.index(index)])
      index += 1
      skip(UInt8(ascii: ","))
    }
    advance()
  }

  /// Escapes are left as they stand: a key that needs one is none of ours.
  private mutating func scanQuoted() -> String {
    let quote = byte
    advance()
    let start = offset
    while let next = byte, next != quote {
      if next == UInt8(ascii: "\\") { advance() }
      advance()
    }
    defer { advance() }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func scanWord() -> String {
    let start = offset
    while let next = byte, !Self.endsWord(next) { advance() }
    if offset == start { advance() }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20
      || [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "/")]
        .contains(byte)
  }

  private mutating func skip(_ mark: UInt8) {
    skipBlank()
    if byte == mark { advance() }
    skipBlank()
  }

  private mutating func skipBlank() {
    while let next = byte {
      if next <= 0x20 {
        advance()
      } else if next == UInt8(ascii: "/") {
        skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() {
    let isBlock = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "*")
    advance()
    advance()
    let start = offset
    while let next = byte {
      // The star that opens a comment does not close it: `/*/` goes on.
      let isAfterStar = offset > start && bytes[offset - 1] == UInt8(ascii: "*")
      if isBlock, isAfterStar, next == UInt8(ascii: "/") { return advance() }
      if !isBlock, next == UInt8(ascii: "\n") { return }
      advance()
    }
  }

  private mutating func advance() {
    guard offset < bytes.count else { return }
    if byte == UInt8(ascii: "\n") {
      line += 1
      lineStart = offset + 1
    }
    offset += 1
  }
}
