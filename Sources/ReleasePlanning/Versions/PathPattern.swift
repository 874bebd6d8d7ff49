/// A set of paths of a repository, written as components and `version.ignore.paths` name them.
///
///     services/api     the folder and everything below it, or that very file; also `services/api/`
///     .                everything
///     *.md             names that end in `.md`, at the top only: `*` is any part of one name, `?` one byte of it
///     **/*.md          the same at any depth: `**` is any number of folders, also none
///     docs/**          everything below `docs`
///
/// Slashes separate names, every other character means itself. Names are compared byte by byte, as git does.
package struct PathPattern: Hashable, Sendable {
  /// The pattern as written.
  package let text: String
  private let parts: [Part]

  private enum Part: Hashable {
    case anyDepth
    case name(NamePattern)
  }

  /// Parses a pattern.
  ///
  /// - Throws: ``PathPatternError``.
  package init(parsing text: String) throws(PathPatternError) {
    let slash = UInt8(ascii: "/")
    guard let first = text.utf8.first else { throw .empty }
    guard first != slash else { throw .absolute }
    var names = Array(text.utf8).split(separator: slash, omittingEmptySubsequences: false)
    let isFolder = names.last?.isEmpty == true
    if isFolder { names.removeLast() }
    var parts: [Part] = []
    for name in names where !name.elementsEqual(".".utf8) {
      guard !name.isEmpty else { throw .emptyPart }
      guard !name.elementsEqual("..".utf8) else { throw .parent }
      parts.append(name.elementsEqual("**".utf8) ? .anyDepth : .name(NamePattern(name)))
    }
    if isFolder || !names.contains(where: NamePattern.hasWildcard) { parts.append(.anyDepth) }
    self.text = text
    self.parts = parts
  }

  /// Returns whether a path, its names separated by slashes, is one of the set.
  package func matches(_ path: String) -> Bool {
    matches(Array(path.utf8)[...])
  }

  /// Returns whether a path, its names separated by slashes, is one of the set.
  ///
  /// The last `**` takes one name more whenever what follows it does not fit, so time is bounded by the product of the
  /// lengths.
  package func matches(_ path: ArraySlice<UInt8>) -> Bool {
    var (place, part) = (path.startIndex, 0)
    var retry: (place: Int, part: Int)?
    while place <= path.endIndex {
      if part < parts.count, parts[part] == .anyDepth {
        part += 1
        if part == parts.count { return true }
        retry = (place, part)
      } else if let next = end(of: part, in: path, from: place) {
        (place, part) = (next, part + 1)
      } else if let last = retry {
        place = nameEnd(in: path, from: last.place) + 1
        part = last.part
        retry = (place, part)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .anyDepth }
  }

  /// Where the name after the one at a place starts, when that one fits a part.
  private func end(of part: Int, in path: ArraySlice<UInt8>, from place: Int) -> Int? {
    guard part < parts.count, case .name(let pattern) = parts[part] else { return nil }
    let end = nameEnd(in: path, from: place)
    return pattern.matches(path[place..<end]) ? end + 1 : nil
  }

  private func nameEnd(in path: ArraySlice<UInt8>, from place: Int) -> Int {
    path[place...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
  }
}
