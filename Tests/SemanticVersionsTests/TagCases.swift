import SemanticVersions
import TestSupport
import Testing

@Suite("Tag patterns, shared cases", .enabled(if: SharedCases.arePresent))
struct SharedTagCases {
  struct File: Decodable {
    struct Creation: Decodable {
      let test_input: [String]
      let expected: String
    }
    struct Creations: Decodable { let test_create_tag: [[Creation]] }
    struct Format: Decodable {
      let tag_format: String
      let invalid_tags, valid_tags: [String]
    }
    struct Sorting: Decodable {
      let tags, sorted_tags: [String]
    }
    struct Translator: Decodable {
      struct Valid: Decodable { let version_string: String }
      struct Invalid: Decodable { let invalid_version_str: String }
      struct Refused: Decodable { let fmt: String }
      struct Item: Decodable { let version_string, tag_format: String? }
      let test_succeeds_semver_regex_match: [[Valid]]
      let test_invalid_semver_not_matched: [[Invalid]]
      let test_invalid_tag_format: [[Refused]]
      let test_translator_converts_versions_with_default_formatting_rules: [[Item]]
    }
    let createTag: Creations
    let tagFormat: [[Format]]
    let tagSort: [[Sorting]]
    let translator: Translator
    let cliffPrefixed: [String]
  }

  let file: File

  init() throws { file = try SharedCases.decode(File.self, "tags.json") }

  @Test func `a tag is made of its pattern and the version`() throws {
    let rows = file.createTag.test_create_tag.joined()
    // `$major` and its like take a version apart, which no tag could be read back from.
    let whole = rows.filter { $0.test_input[1].contains("$version") }
    #expect(rows.count - whole.count == 4)
    // `1.2.3a2` is a version of PEP 440.
    let semantic = whole.filter { (try? Version(parsing: $0.test_input[0])) != nil }
    #expect(whole.count - semantic.count == 2 && semantic.count == 3)
    for row in semantic {
      let pattern = try TagPattern(parsing: row.test_input[1].replacing("$version", with: "{version}"))
      #expect(try pattern.tag(for: Version(parsing: row.test_input[0])) == row.expected)
    }
  }

  @Test func `tags of a format are told from others`() throws {
    var hyphens = 0
    for format in file.tagFormat.joined() {
      let pattern = try TagPattern(parsing: format.tag_format)
      #expect(format.valid_tags.allSatisfy { pattern.version(of: $0) != nil } && format.valid_tags.count == 6)
      // The tool that the cases come from allows no prerelease but `word.number`; SemVer does.
      let foreign = format.invalid_tags.filter { !$0.hasSuffix("-test-test") }
      hyphens += format.invalid_tags.count - foreign.count
      #expect(foreign.allSatisfy { pattern.version(of: $0) == nil } && !foreign.isEmpty)
    }
    #expect(hyphens == 2)
  }

  @Test func `tags sort by their versions`() throws {
    let (pattern, rows) = try (TagPattern(parsing: "v{version}"), file.tagSort.joined())
    #expect(rows.count == 5)
    for row in rows {
      #expect(row.tags.compactMap(pattern.version).sorted(by: >).map(pattern.tag) == row.sorted_tags)
    }
  }

  @Test func `versions are told from others`() throws {
    let (valid, invalid) = (
      file.translator.test_succeeds_semver_regex_match.joined(),
      file.translator.test_invalid_semver_not_matched.joined()
    )
    #expect(valid.count == 4 && invalid.count == 4)
    for row in valid { #expect(try Version(parsing: row.version_string).description == row.version_string) }
    for row in invalid {
      #expect(throws: VersionError.self) { try Version(parsing: row.invalid_version_str) }
    }
  }

  @Test func `a pattern without one version is refused`() {
    let rows = file.translator.test_invalid_tag_format.joined()
    #expect(rows.count == 3)
    for row in rows {
      #expect(throws: TagPatternError.missingPlaceholder) { try TagPattern(parsing: row.fmt) }
    }
  }

  @Test func `every version goes through every pattern and back`() throws {
    let items = file.translator.test_translator_converts_versions_with_default_formatting_rules.joined()
    let (patterns, versions) = try (
      items.compactMap(\.tag_format).map(TagPattern.init(parsing:)),
      items.compactMap(\.version_string).map { try Version(parsing: $0) }
    )
    #expect(patterns.count == 3 && versions.count == 3)
    for pattern in patterns {
      for version in versions { #expect(pattern.version(of: pattern.tag(for: version)) == version) }
    }
  }

  @Test func `no section is left over`() {
    #expect(file.cliffPrefixed.isEmpty)
  }
}
