/// `Cargo.lock`: what Cargo resolved, the packages of the workspace among it.
enum CargoLock {
  /// Returns the places of the versions of the named packages that have no `source`.
  ///
  /// Where a lock has two packages of one name, dependencies name the version, too: `"core 0.1.0"` is one of
  /// the workspace when nothing follows it, and gets the new version.
  static func places(
    in source: SourceText, packages names: Set<String>
  ) throws(VersionFileError) -> [VersionPlace] {
    let packages = try LockedPackage.all(in: source)
    var places: [VersionPlace] = []
    var references: [[UInt8]: Int] = [:]
    for package in packages where !package.hasSource {
      guard let name = package.name, names.contains(name) else { continue }
      guard let version = package.version else { throw source.malformed(at: package.offset) }
      places.append(try source.place(version.range, text: version.text))
      references[Array("\(name) ".utf8) + version.text] = name.utf8.count + 1
    }
    guard !references.isEmpty else { return [] }
    for dependency in packages.flatMap(\.dependencies) {
      guard let prefix = references[dependency.text], dependency.range.count == dependency.text.count else {
        continue
      }
      let range = (dependency.range.lowerBound + prefix)..<dependency.range.upperBound
      places.append(try source.place(range))
    }
    return places
  }
}
