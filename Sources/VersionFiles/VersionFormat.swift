/// How a file holds its version.
///
/// A format says where the version stands, and each is read with its own grammar: a nested `"version"` is not
/// the version of `package.json`, and that of a dependency not the one of `Cargo.toml`. Beside a format's own
/// place, the markers of ``VersionFormat/marked`` count in every file.
package enum VersionFormat: Hashable, Sendable {
  /// A JSON object with `version` on its first level: `package.json`, `composer.json`, `deno.json`,
  /// `jsr.json`.
  ///
  /// Comments and trailing commas are read over, since Deno allows them.
  case npmManifest
  /// `package-lock.json` of `lockfileVersion` 1, 2 or 3: `version`, and that of the package in `packages`.
  case npmLock
  /// `Cargo.toml`: the version of `[package]`, that of `[workspace.package]`, or both.
  case cargoManifest
  /// `Cargo.lock`: the packages without `source` that the context names.
  case cargoLock
  /// `pyproject.toml`: the version of `[project]`, that of `[tool.poetry]`, or both.
  case pythonProject
  /// `uv.lock`: the packages with a local source that the context names, in the normal form of PEP 440.
  case pythonLock
  /// `Chart.yaml`: `version` on the first level; `appVersion` is left alone.
  case helmChart
  /// `pom.xml`: `/project/version`, or the property that it names.
  case mavenPOM
  /// `build.gradle` and `build.gradle.kts`: the project's `version`, else the one `versionName` of Android.
  case gradleBuild
  /// `gradle.properties`: `version`, else `VERSION_NAME`.
  case gradleProperties
  /// A file that is one line, the version; a `v` in front stays.
  case plain
  /// A podspec in Ruby: `version` of the block's variable.
  case podspec
  /// `Info.plist` as XML: `CFBundleShortVersionString`, which holds the three numbers alone.
  case propertyList
  /// A README: the static badges of shields.io with the label `version` or `release`.
  case readme
  /// Any file: lines with the word `x-release-version`, and those between `x-release-version-start` and
  /// `x-release-version-end`.
  ///
  /// What is replaced is the longest SemVer 2.0.0 version that stands there. In `node:1.2.3-alpine` that is
  /// `1.2.3-alpine`, since SemVer takes `alpine` for a prerelease.
  case marked
  /// Any file: the one place that a pattern describes.
  case pattern(VersionPattern)
}
