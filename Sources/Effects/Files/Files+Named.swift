extension Files {
  /// Puts content into a file that a person has named: a link is followed, and a file that is there keeps its mode.
  ///
  /// - Throws: `FileError.notRegular` for a device, a pipe or a folder.
  package func put(_ bytes: [UInt8], at path: String) throws(FileError) {
    let target = try followed(path)
    guard let status = try status(target) else { return try write(bytes, to: target, mode: 0o644) }
    guard status.kind == .file else { throw .notRegular(path: target, kind: status.kind) }
    try write(bytes, to: target, mode: status.mode)
  }

  /// What a path leads to in the end, links followed.
  ///
  /// - Throws: `tooDeep` for links without end, and what reading one throws.
  package func followed(_ path: String) throws(FileError) -> String {
    var place = path
    for _ in 0..<Self.mostLinks {
      guard try status(place)?.kind == .symlink, let target = try readSymlink(place) else { return place }
      let folder = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) } ?? "."
      place = target.utf8.first == UInt8(ascii: "/") ? target : "\(folder)/\(target)"
    }
    throw .tooDeep(path: path, limit: Self.mostLinks)
  }

  /// As many links as Linux follows.
  private static var mostLinks: Int { 40 }
}
