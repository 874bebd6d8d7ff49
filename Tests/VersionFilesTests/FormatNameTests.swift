import Testing
import VersionFiles

@Suite("Formats by name")
struct FormatNameTests {
  @Test(arguments: [
    ("package.json", VersionFormat.npmManifest), ("a/b/composer.json", .npmManifest),
    ("A.podspec.json", .npmManifest),
    ("package-lock.json", .npmLock), ("npm-shrinkwrap.json", .npmLock),
    ("crates/a/Cargo.toml", .cargoManifest),
    ("Cargo.lock", .cargoLock), ("pyproject.toml", .pythonProject), ("uv.lock", .pythonLock),
    ("Chart.yaml", .helmChart),
    ("pom.xml", .mavenPOM), ("build.gradle", .gradleBuild), ("build.gradle.kts", .gradleBuild),
    ("gradle.properties", .gradleProperties), (".version", .plain), ("VERSION", .plain),
    ("A.podspec", .podspec),
    ("App/Info.plist", .propertyList), ("App-Info.plist", .propertyList), ("README", .readme),
    ("Readme.MD", .readme),
    ("docs/README.de.adoc", .readme),
  ])
  func `a file is known by its name`(path: String, format: VersionFormat) {
    #expect(VersionFormat(path: path) == format)
  }

  @Test(arguments: [
    "", "/", "a.json", "package.json/x", "README.html", "info.plist", "cargo.toml", ".podspec",
    "xpackage.json",
  ])
  func `another name says nothing`(path: String) {
    #expect(VersionFormat(path: path) == nil)
  }
}
