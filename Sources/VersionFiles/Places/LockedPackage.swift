/// A `[[package]]` of `Cargo.lock` or `uv.lock`.
struct LockedPackage {
  /// Where its header starts.
  let offset: Int
  private var entries: [(path: [[UInt8]], entry: TOMLEntry)] = []

  private init(_ table: TOMLTable) {
    offset = table.offset
    entries = table.entries.map { ($0.key, $0) }
  }

  /// Returns the packages of a lock in their order; tables below one belong to the last one before them.
  static func all(in source: SourceText) throws(VersionFileError) -> [LockedPackage] {
    let name = Array("package".utf8)
    var packages: [LockedPackage] = []
    for table in try TOMLScanner.tables(below: ["package"], in: source) {
      if table.isElement, table.header == [name] {
        packages.append(LockedPackage(table))
      } else if !packages.isEmpty, table.header.first == name {
        let path = Array(table.header.dropFirst())
        packages[packages.count - 1].entries += table.entries.map { (path + $0.key, $0) }
      }
    }
    return packages
  }

  var name: String? { string("name").map { String(decoding: $0.text, as: UTF8.self) } }
  var version: TOMLString? { string("version") }

  /// Whether the package comes from somewhere: whether it has `source`.
  var hasSource: Bool { entries.contains { $0.path.first == Array("source".utf8) } }

  /// The keys of `source`: `{ editable = "." }` has `editable`.
  var sourceKeys: [[UInt8]] {
    entries.filter { $0.path.first == Array("source".utf8) }.flatMap { path, entry in
      if case .table(let inner) = entry.value, path.count == 1 { return inner.compactMap(\.key.first) }
      return Array(path.dropFirst().prefix(1))
    }
  }

  /// The strings in `dependencies`.
  var dependencies: [TOMLString] {
    entries.flatMap { path, entry -> [TOMLString] in
      guard path == [Array("dependencies".utf8)], case .array(let strings) = entry.value else { return [] }
      return strings
    }
  }

  private func string(_ key: String) -> TOMLString? {
    for (path, entry) in entries where path == [Array(key.utf8)] {
      if case .string(let string) = entry.value { return string }
    }
    return nil
  }
}
