internal import Foundation

/// A file to which a program of `Programs` adds a line of JSON for each thing that happens.
enum JSONLines {
  static func read<Line: Decodable>(_ type: Line.Type, at path: String) throws -> [Line] {
    let text = try Data(contentsOf: URL(filePath: path))
    // The last line may still be written.
    let whole = text.prefix(upTo: text.lastIndex(of: UInt8(ascii: "\n")) ?? text.startIndex)
    return try whole.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(type, from: $0) }
  }

  /// Replaces a file that a program reads again and again.
  static func replace(_ path: String, with value: some Encodable) throws {
    try JSONEncoder().encode(value).write(to: URL(filePath: path), options: .atomic)
  }
}
