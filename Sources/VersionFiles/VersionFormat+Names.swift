extension VersionFormat {
  /// The format that a file has by its name; `nil` when none is known, and then only markers help.
  package init?(path: String) {
    let name = Array((path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init)) ?? [])
    if let format = Self.byName[name] {
      self = format
    } else if let format = Self.byEnding.first(where: { name.hasEnding($0.ending) })?.format {
      self = format
    } else if Self.isReadme(name) {
      self = .readme
    } else {
      return nil
    }
  }

  private static let byName: [[UInt8]: VersionFormat] = {
    let names: [(VersionFormat, [String])] = [
      (
        .npmManifest,
        [
          "package.json", "composer.json", "deno.json", "deno.jsonc", "jsr.json", "jsr.jsonc",
          "manifest.json",
        ]
      ),
      (.npmLock, ["package-lock.json", "npm-shrinkwrap.json"]),
      (.cargoManifest, ["Cargo.toml"]), (.cargoLock, ["Cargo.lock"]),
      (.pythonProject, ["pyproject.toml"]), (.pythonLock, ["uv.lock"]),
      (.helmChart, ["Chart.yaml"]), (.mavenPOM, ["pom.xml"]),
      (.gradleBuild, ["build.gradle", "build.gradle.kts"]), (.gradleProperties, ["gradle.properties"]),
      (.plain, ["VERSION", "VERSION.txt", "version.txt", ".version"]),
      (.propertyList, ["Info.plist"]),
    ]
    let pairs = names.flatMap { format, names in names.map { (Array($0.utf8), format) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static let byEnding: [(ending: String, format: VersionFormat)] = [
    ("-Info.plist", .propertyList), (".podspec", .podspec), (".podspec.json", .npmManifest),
  ]

  private static func isReadme(_ name: [UInt8]) -> Bool {
    let name = name.map(Ascii.lowercased)
    guard name.starts(with: "readme".utf8) else { return false }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return true }
    let ending = name[(dot + 1)...]
    return ["md", "markdown", "rst", "adoc", "txt"].contains { ending.elementsEqual($0.utf8) }
  }
}

extension [UInt8] {
  fileprivate func hasEnding(_ ending: String) -> Bool {
    count > ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
