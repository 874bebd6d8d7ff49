/// A text with files behind it: `-- name --` begins one (golang.org/x/tools/txtar).
struct Txtar: Sendable {
  private(set) var comment = ""
  private(set) var files: [(name: String, text: String)] = []

  init(parsing text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map({ "\($0)\n" }) {
      if let name = Self.name(in: line) {
        files.append((name, ""))
      } else if files.isEmpty {
        comment += line
      } else {
        files[files.count - 1].text += line
      }
    }
    // The split sees one more line behind the last newline.
    if files.isEmpty { comment.removeLast() } else { files[files.count - 1].text.removeLast() }
  }

  /// The archive as it is written down.
  var text: String { files.reduce(comment) { $0 + "-- \($1.name) --\n" + $1.text } }

  /// Replaces the content of a file.
  mutating func replace(_ name: String, by text: String) {
    for place in files.indices where files[place].name == name { files[place].text = text }
  }

  private static func name(in line: String) -> String? {
    guard line.hasPrefix("-- "), line.hasSuffix(" --\n"), line.count > 7 else { return nil }
    return String(line.dropFirst(3).dropLast(4))
  }
}
