/// `gradle.properties`: lines of keys and values as `java.util.Properties` reads them.
enum GradleProperties {
  /// Returns the place of `version`, or of `VERSION_NAME` when there is no `version`.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    var reader = PropertiesReader(source)
    var found: [[UInt8]: [PropertiesReader.Property]] = [:]
    let keys = ["version", "VERSION_NAME"].map { Array($0.utf8) }
    while let property = reader.property() {
      if keys.contains(property.key) { found[property.key, default: []].append(property) }
    }
    guard let same = keys.lazy.compactMap({ found[$0] }).first, let property = same.first else { return [] }
    guard same.count == 1 else { throw source.ambiguous(at: same.map(\.offset)) }
    guard !source.bytes[property.value].contains(Ascii.backslash) else {
      throw source.malformed(at: property.value.lowerBound)
    }
    let place = try source.place(property.value)
    guard place.text.isEmpty, !property.hasSeparator else { return [place] }
    return [VersionPlace(place.range, text: [], lead: "=")]
  }
}
