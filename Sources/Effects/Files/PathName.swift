private let slash = UInt8(ascii: "/")

extension String {
  /// The folder that holds the entry which a path names; nothing is asked of the file system.
  var parentFolder: String {
    let name = utf8[...].trimmingSlashes
    guard let last = name.lastIndex(of: slash) else { return utf8.first == slash ? "/" : "." }
    let parent = name[..<last].trimmingSlashes
    return parent.isEmpty ? "/" : String(Substring(parent))
  }

  /// The path's folders from the outermost to the path itself.
  var pathPrefixes: [String] {
    let ends = utf8.indices.filter { utf8[$0] == slash } + [utf8.endIndex]
    let prefixes = ends.map { utf8[..<$0] }.filter { !$0.isEmpty && $0.last != slash }
    return prefixes.map { String(Substring($0)) }
  }

  /// A new name in the same folder, for what shall take the path's place when it is finished.
  var temporarySibling: String { parentFolder + "/.tmp-" + randomName() }
}

extension Substring.UTF8View {
  fileprivate var trimmingSlashes: Substring.UTF8View {
    self[..<(lastIndex { $0 != slash }.map { index(after: $0) } ?? startIndex)]
  }
}
