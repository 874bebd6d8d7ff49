import SemanticVersions
import Testing
import VersionFiles

@Suite("Whatever the file holds")
struct WritingPropertyTests {
  static let versions = ["1.2.3", "2.0.0-rc.1", "0.0.1-alpha.2+build.7", "10.20.30-beta"].compactMap {
    try? Version(parsing: $0)
  }

  @Test(arguments: versions)
  func `what is written is read back, and written again it changes nothing`(version: Version) throws {
    for edit in Corpus.edits {
      try Self.check(edit.before, as: edit.format, version: version, context: edit.context)
    }
  }

  @Test(arguments: 0..<8)
  func `a mutated file is refused, or all around its places stays`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for edit in Corpus.edits {
      for _ in 0..<40 {
        let bytes = Self.mutated(edit.before, &dice)
        guard let version = Self.versions.randomElement(using: &dice) else { continue }
        // What a mutation breaks may be refused.
        do {
          try Self.check(bytes, as: edit.format, version: version, context: edit.context)
        } catch is VersionFileError {}
        _ = edit.format.currentVersion(in: bytes, context: edit.context)
      }
    }
  }

  @Test func `every format survives the files of the others`() throws {
    let pattern = VersionFormat.pattern(try VersionPattern(parsing: "\"{version}\""))
    let formats: [VersionFormat] = [
      .npmManifest, .npmLock, .cargoManifest, .cargoLock, .pythonProject, .pythonLock, .helmChart, .mavenPOM,
      .gradleBuild, .gradleProperties, .plain, .podspec, .propertyList, .readme, .marked, pattern,
    ]
    for edit in Corpus.edits {
      for format in formats {
        // A file of another format may well be refused.
        do {
          try Self.check(edit.before, as: format, version: Version(1, 2, 3), context: edit.context)
        } catch is VersionFileError {}
      }
    }
  }

  /// Checks that writing changes nothing outside the places, that it can be read back, and that it is idempotent.
  static func check(
    _ bytes: [UInt8], as format: VersionFormat, version: Version, context: VersionFileContext
  ) throws {
    let written = try format.writing(version, into: bytes, context: context)
    let (old, new) = try (
      format.places(in: bytes, context: context), format.places(in: written, context: context)
    )
    #expect(around(old, in: bytes) == around(new, in: written) || old.contains { $0.isEmpty })
    #expect(try format.writing(version, into: written, context: context) == written)
    #expect(format.currentVersion(in: written, context: context) != nil)
  }

  private static func around(_ places: [Range<Int>], in bytes: [UInt8]) -> [[UInt8]] {
    let starts = [0] + places.map(\.upperBound)
    let ends = places.map(\.lowerBound) + [bytes.count]
    return zip(starts, ends).map { Array(bytes[$0..<$1]) }
  }

  private static let tokens = [
    "\"", "'", "\"\"\"", "{", "}", "[", "]", "<", ">", "</", "<!--", "-->", "#", "//", "/*", "*/", "\n",
    "\r\n", "\\",
    "${", "#{", "=", ":", ": ", "- ", "|", "---\n", "version", "1.2.3", "-rc.1", "v", ".",
    "x-release-version",
    "x-release-version-start", "x-release-version-end", "\u{FEFF}", "\0", "é", "<<-X\n", "%w[", "&", "  ",
    "\t",
  ]

  static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...2, using: &dice) {
      let start = Int.random(in: 0...bytes.count, using: &dice)
      let end = min(bytes.count, start + Int.random(in: 0...6, using: &dice))
      switch Int.random(in: 0...4, using: &dice) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: (tokens.randomElement(using: &dice) ?? "").utf8, at: start)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: start)
      default: bytes = Array(bytes[..<start])
      }
    }
    return bytes
  }
}
