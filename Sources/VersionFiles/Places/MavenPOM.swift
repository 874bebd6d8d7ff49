/// `pom.xml`, a project of Maven (https://maven.apache.org/pom.html).
enum MavenPOM {
  private static let paths: [PathFilter.Path] = [
    ["project"], ["project", "version"], ["project", "parent", "version"], ["project", "properties", nil],
  ].map { path in path.map { name in name.map { Array($0.utf8) } } }

  /// Returns the place of the project's version, or of the property that it names.
  ///
  /// - Throws: ``VersionFileError``; computed for the version of a parent and a property that is not
  ///   in this file.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    let elements = try XMLScanner.elements(at: paths, in: source)
    guard elements.first?.path == 0 else { throw source.malformed(at: source.start) }
    let versions = elements.filter { $0.path == 1 }
    guard versions.count <= 1 else { throw source.ambiguous(at: versions.map(\.offset)) }
    guard let version = versions.first else {
      if let parent = elements.first(where: { $0.path == 2 }) { throw source.computed(from: parent.offset) }
      return []
    }
    return [try place(of: version, properties: elements.filter { $0.path == 3 }, in: source)]
  }

  /// Follows `${name}` from property to property, each at most once.
  private static func place(
    of version: XMLScanner.Element, properties: [XMLScanner.Element], in source: SourceText
  ) throws(VersionFileError) -> VersionPlace {
    var element = version
    for _ in 0...8 {
      guard let name = variable(in: element, source) else { break }
      let same = properties.filter { source.bytes[$0.name].elementsEqual(name) }
      guard same.count <= 1 else { throw source.ambiguous(at: same.map(\.offset)) }
      guard let property = same.first else { break }
      element = property
    }
    return try element.versionPlace(in: source, notation: .semantic)
  }

  /// The name in a text that is `${name}` and nothing else.
  private static func variable(in element: XMLScanner.Element, _ source: SourceText) -> ArraySlice<UInt8>? {
    guard element.texts.count == 1, let range = element.texts.first else { return nil }
    let text = source.bytes[range]
    guard text.starts(with: "${".utf8), text.last == UInt8(ascii: "}") else { return nil }
    let name = text.dropFirst(2).dropLast()
    return name.contains { "${}".utf8.contains($0) } ? nil : name
  }
}
