/// Paths as texts.
enum PathText {
  /// Returns an absolute path without empty parts, `.` and `..`, by its text alone.
  static func normalized(_ path: String) -> String {
    var parts: [Substring.UTF8View] = []
    for part in Substring(path).utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual("..".utf8) {
        _ = parts.popLast()
      } else if !part.elementsEqual(".".utf8) {
        parts.append(part)
      }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// Returns the folder that a path lies in.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
  }

  /// Returns the folder of a path below some root; empty for the root itself.
  static func parent(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  /// Returns the last part of a path.
  static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// Returns the path of a name in a folder below some root.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : "\(folder)/\(name)"
  }

  /// Returns a path seen from a folder that holds it; nil when that does not.
  static func relative(_ path: String, to folder: String) -> String? {
    if folder.isEmpty { return path }
    if path.utf8.elementsEqual(folder.utf8) { return "" }
    guard path.utf8.starts(with: (folder + "/").utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(folder.utf8.count + 1)))
  }
}
