/// The status and the fields of a response (RFC 9112, sections 4 and 5).
struct ResponseHead {
  let status: Int
  /// The fields by lower-case name; a repeated field's values are joined by `, `.
  private(set) var fields: [String: String] = [:]
  /// The field that a line which begins with blank space goes on with.
  private var latest: String?

  /// Returns the last whole head among lines: those of interim responses come before it, trailers after it.
  static func last(in lines: [ArraySlice<UInt8>]) -> ResponseHead? {
    var (whole, begun): (ResponseHead?, ResponseHead?)
    for line in lines {
      if begun == nil {
        begun = ResponseHead(statusLine: line)
      } else if line.isEmpty {
        (whole, begun) = (begun, nil)
      } else {
        begun?.append(line)
      }
    }
    return whole
  }

  /// Reads `HTTP/1.1 200 OK`, also without the reason, as of HTTP/2.
  private init?(statusLine line: ArraySlice<UInt8>) {
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count >= 2, words[0].starts(with: "HTTP/".utf8), words[1].count == 3,
      let status = Int(String(decoding: words[1], as: UTF8.self)), status >= 100
    else { return nil }
    self.status = status
  }

  private mutating func append(_ line: ArraySlice<UInt8>) {
    if let first = line.first, Self.isBlank(first) {
      if let latest { fields[latest]? += " " + Self.trimmed(line) }
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = Self.trimmed(line[..<colon]).lowercased()
    let value = Self.trimmed(line[(colon + 1)...])
    fields[name] = fields[name].map { "\($0), \(value)" } ?? value
    latest = name
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    let begun = text.drop(while: isBlank)
    let end = begun.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? begun.startIndex
    return String(decoding: begun[..<end], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
