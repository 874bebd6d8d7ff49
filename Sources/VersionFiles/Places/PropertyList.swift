/// `Info.plist` of an app, in its XML form.
enum PropertyList {
  private static let paths: [PathFilter.Path] = [[Array("plist".utf8), Array("dict".utf8), nil]]
  private static let key = Array("CFBundleShortVersionString".utf8)

  /// Returns the place of `CFBundleShortVersionString`, which takes no more than three numbers.
  ///
  /// - Throws: ``VersionFileError``; malformed for the binary form.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    let elements = try XMLScanner.elements(at: paths, in: source)
    let keys = elements.indices.filter { isKey(elements[$0], in: source) }
    guard keys.count <= 1 else { throw source.ambiguous(at: keys.map { elements[$0].offset }) }
    guard let key = keys.first else { return [] }
    guard key + 1 < elements.count,
      source.bytes[elements[key + 1].name].elementsEqual("string".utf8)
    else { throw source.malformed(at: elements[key].offset) }
    return [try elements[key + 1].versionPlace(in: source, notation: .core)]
  }

  private static func isKey(_ element: XMLScanner.Element, in source: SourceText) -> Bool {
    guard element.texts.count == 1, source.bytes[element.name].elementsEqual("key".utf8) else { return false }
    return source.bytes[element.texts[0]].elementsEqual(key)
  }
}
