internal import Effects

/// A pattern of paths: `*` and `?` within a part, `**` for any number of parts.
struct Glob: Hashable, Sendable {
  private let parts: [[UInt8]]

  init(_ pattern: String) {
    parts = pattern.utf8.split(separator: UInt8(ascii: "/")).map(Array.init).filter {
      $0 != [UInt8(ascii: ".")]
    }
  }

  /// Returns the files below a folder that fit, by their bytes in order; links are not followed.
  func matches(in root: String, _ files: any Files) throws(FileError) -> [String] {
    try matches(in: root, files, parts[...])
  }

  private func matches(
    in folder: String, _ files: any Files, _ rest: ArraySlice<[UInt8]>
  ) throws(FileError) -> [String] {
    guard let first = rest.first else { return [] }
    var found: [String] = []
    if first.elementsEqual("**".utf8) { found += try matches(in: folder, files, rest.dropFirst()) }
    for name in try files.list(folder) {
      let path = "\(folder)/\(name)"
      let isFolder = try files.status(path)?.kind == .directory
      if first.elementsEqual("**".utf8) {
        if isFolder { found += try matches(in: path, files, rest) }
      } else if Self.fits(Array(name.utf8)[...], first[...]) {
        if rest.count == 1 {
          if !isFolder { found.append(path) }
        } else if isFolder {
          found += try matches(in: path, files, rest.dropFirst())
        }
      }
    }
    return found
  }

  /// Whether a name fits: the last `*` takes one byte more whenever what follows does not, so time is bounded by the
  /// product of the lengths.
  static func fits(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var (place, mark) = (name.startIndex, pattern.startIndex)
    var retry: (place: Int, mark: Int)?
    while place < name.endIndex {
      if mark < pattern.endIndex, pattern[mark] == UInt8(ascii: "*") {
        retry = (place, mark + 1)
        mark += 1
      } else if mark < pattern.endIndex, pattern[mark] == name[place] || pattern[mark] == UInt8(ascii: "?") {
        (place, mark) = (place + 1, mark + 1)
      } else if let last = retry {
        retry = (last.place + 1, last.mark)
        (place, mark) = (last.place + 1, last.mark)
      } else {
        return false
      }
    }
    return pattern[mark...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
