/// `uv.lock`: what uv resolved, the project itself among it.
enum PythonLock {
  /// Returns the places of the versions of the named packages that come from a folder.
  ///
  /// - Throws: ``VersionFileError``; computed where uv leaves the version out because it is dynamic.
  static func places(
    in source: SourceText, packages names: Set<String>
  ) throws(VersionFileError) -> [VersionPlace] {
    let names = Set(names.map(normalName))
    var places: [VersionPlace] = []
    for package in try LockedPackage.all(in: source) where isLocal(package) {
      guard let name = package.name, names.contains(normalName(name)) else { continue }
      guard let version = package.version else { throw source.computed(from: package.offset) }
      places.append(try source.place(version.range, text: version.text, notation: .normalPython))
    }
    return places
  }

  private static let localSources = ["editable", "virtual", "directory"].map { Array($0.utf8) }

  private static func isLocal(_ package: LockedPackage) -> Bool {
    package.sourceKeys.contains(where: localSources.contains)
  }

  /// The name as PEP 503 compares it: lower case, each run of `-`, `_` and `.` one hyphen.
  static func normalName(_ name: String) -> String {
    var normal: [UInt8] = []
    var isInRun = false
    for byte in name.utf8 {
      let isSeparator = "-_.".utf8.contains(byte)
      if !isSeparator { normal.append(Ascii.lowercased(byte)) }
      if isSeparator, !isInRun { normal.append(UInt8(ascii: "-")) }
      isInRun = isSeparator
    }
    return String(decoding: normal, as: UTF8.self)
  }
}
