/// What a TOML document has at a path.
enum TOMLFind {
  case string(TOMLString)
  /// Another value, or a table; the offset is that of its key or header.
  case other(offset: Int, value: TOMLValue?)

  var offset: Int {
    switch self {
    case .string(let string): string.range.lowerBound
    case .other(let offset, _): offset
    }
  }
}

extension [TOMLTable] {
  /// Returns what stands at a path, whichever way it is written: below a header, with dots, in inline tables.
  ///
  /// Elements of arrays have no path.
  func finds(at path: [String]) -> [TOMLFind] {
    let path = path.map { [UInt8]($0.utf8) }
    return filter { !$0.isElement }.flatMap { table -> [TOMLFind] in
      if path.starts(with: table.header) {
        return table.entries.finds(at: path[table.header.count...], orTableAt: table.offset)
      }
      return table.header.starts(with: path) ? [.other(offset: table.offset, value: nil)] : []
    }
  }
}

extension [TOMLEntry] {
  /// Returns what stands at the rest of a path; without a rest, that is the table itself.
  func finds(at path: ArraySlice<[UInt8]>, orTableAt offset: Int) -> [TOMLFind] {
    guard !path.isEmpty else { return [.other(offset: offset, value: nil)] }
    return flatMap { entry -> [TOMLFind] in
      if path.starts(with: entry.key) { return entry.finds(at: path.dropFirst(entry.key.count)) }
      return entry.key.starts(with: path) ? [.other(offset: entry.offset, value: nil)] : []
    }
  }
}

extension TOMLEntry {
  fileprivate func finds(at path: ArraySlice<[UInt8]>) -> [TOMLFind] {
    switch value {
    case .table(let entries) where !path.isEmpty: entries.finds(at: path, orTableAt: offset)
    case .string(let string) where path.isEmpty: [.string(string)]
    default: path.isEmpty ? [.other(offset: offset, value: value)] : []
    }
  }
}

extension [TOMLFind] {
  /// Returns the place of the one version that was found; `nil` when nothing was.
  ///
  /// - Throws: ``VersionFileError``: computed for a table (`version.workspace = true`), malformed
  ///   for a number.
  func versionPlace(in source: SourceText, notation: VersionNotation) throws(VersionFileError)
    -> VersionPlace?
  {
    guard let first else { return nil }
    let strings = filter { if case .string = $0 { true } else { false } }
    guard strings.isEmpty || count == 1 else { throw source.ambiguous(at: map(\.offset)) }
    switch first {
    case .string(let string): return try source.place(string.range, text: string.text, notation: notation)
    case .other(let offset, value: .table?), .other(let offset, value: nil):
      throw source.computed(from: offset)
    case .other(let offset, _): throw source.malformed(at: offset)
    }
  }
}
