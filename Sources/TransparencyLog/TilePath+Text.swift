extension TilePath: CustomStringConvertible {
  /// The path below the log's folder, with `/` between its parts.
  package var path: String {
    let partial = isPartial ? ".p/\(width)" : ""
    return "tile/\(contents)/\(Self.groups(of: index))\(partial)"
  }

  /// The same as ``path``.
  package var description: String { path }

  /// The file that a path names, or nil for a path that is not spelled exactly as ``path`` spells it.
  package init?(path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count > 2, let contents = Contents(name: parts[1]) else { return nil }
    let isPartial = parts[parts.count - 2].utf8.suffix(2).elementsEqual(".p".utf8)
    let groups = isPartial ? parts[2..<parts.count - 1] : parts[2...]
    guard let index = Self.index(of: groups), index <= Self.greatestIndex,
      let width = isPartial ? Int(parts[parts.count - 1]) : Self.fullWidth,
      (1...Self.fullWidth).contains(width)
    else { return nil }
    self.init(contents: contents, index: index, width: width)
    // What was read generously above must be what is written: one file, one name.
    guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
  }

  /// Returns the index in groups of three digits, an `x` before each but the last.
  private static func groups(of index: UInt64) -> String {
    let last = String(String(1000 + index % 1000).dropFirst())
    var (groups, rest) = ([last], index / 1000)
    while rest > 0 {
      groups.append("x" + String(1000 + rest % 1000).dropFirst())
      rest /= 1000
    }
    return groups.reversed().joined(separator: "/")
  }

  /// Returns the number that the digits of all groups make, or nil when it is beyond 64 bits.
  private static func index(of groups: ArraySlice<String>) -> UInt64? {
    let digits = groups.joined().utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return UInt64(String(decoding: digits, as: UTF8.self))
  }
}

extension TilePath.Contents: CustomStringConvertible {
  /// The part of the path that says what a file holds: a level's number or `entries`.
  package var description: String {
    switch self {
    case .hashes(let level): "\(level)"
    case .entries: "entries"
    }
  }

  /// The contents that a part of a path names, or nil for none.
  fileprivate init?(name: String) {
    if name.utf8.elementsEqual("entries".utf8) {
      self = .entries
    } else {
      guard let level = Int(name), (0...63).contains(level) else { return nil }
      self = .hashes(level: level)
    }
  }
}
