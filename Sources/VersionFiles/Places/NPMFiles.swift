/// The JSON files of npm, and those that hold their version like `package.json`.
enum NPMFiles {
  static func manifestPlaces(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    try places(at: [version], in: source)
  }

  /// Returns the places of the package in a folder below that of the lock.
  ///
  /// `lockfileVersion` 1 has no `packages`; the versions of 2 and 3 repeat the package's own version there
  /// (https://docs.npmjs.com/cli/configuring-npm/package-lock-json).
  static func lockPlaces(
    in source: SourceText, folder: String
  ) throws(VersionFileError) -> [VersionPlace] {
    let trimmed = folder.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    let folder = Array(trimmed.joined(separator: "/".utf8))
    let locked = [Array("packages".utf8), folder, Array("version".utf8)]
    return try places(at: folder.isEmpty ? [version, locked] : [locked], in: source)
  }

  private static let version: PathFilter.Path = [Array("version".utf8)]

  private static func places(
    at paths: [PathFilter.Path], in source: SourceText
  ) throws(VersionFileError) -> [VersionPlace] {
    let finds = try JSONScanner.finds(of: paths, in: source)
    for path in paths.indices {
      let same = finds.filter { $0.path == path }
      guard same.count <= 1 else { throw source.ambiguous(at: same.map(\.offset)) }
    }
    var places: [VersionPlace] = []
    for find in finds {
      guard let range = find.string else { throw source.malformed(at: find.offset) }
      places.append(try source.place(range, text: try JSONScanner.text(of: range, in: source)))
    }
    return places
  }
}
