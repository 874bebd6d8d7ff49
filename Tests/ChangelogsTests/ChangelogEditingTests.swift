import Changelogs
import SemanticVersions
import Testing

@Suite("Whatever people wrote in CHANGELOG.md")
struct ChangelogEditingTests {
  private static let version = Version(1, 5, 0)
  private static let section =
    "## [1.5.0] - 2024-05-01\n\n### Added\n\n- generated\n\n### Fixed\n\n- repaired\n"

  private func edited(_ sample: SampleChangelog) -> String {
    ChangelogFile(parsing: sample.text).inserting(
      Self.section, version: Self.version, compareURL: "https://x.org/new",
      unreleasedURL: "https://x.org/head")
  }

  /// The lines with their ends; `Character` would take a carriage return and a line feed for one.
  private func lines(_ text: String) -> [[UInt8]] {
    var lines = [[UInt8]]()
    var line = [UInt8]()
    for byte in text.utf8 {
      line.append(byte)
      if byte == 0x0A {
        lines.append(line)
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private func trimmed(_ line: some Sequence<UInt8>) -> [UInt8] {
    Array(line.reversed().drop { [0x20, 0x0D, 0x0A].contains($0) }.reversed())
  }

  @Test(arguments: 0..<60)
  func `stays, moves once, and is found again`(_ block: UInt64) throws {
    for seed in (block * 50)..<(block * 50 + 50) {
      let sample = SampleChangelog(seed: seed)
      let old = ChangelogFile(parsing: sample.text)
      let text = edited(sample)
      let new = ChangelogFile(parsing: text)
      let shown: Comment = "seed \(seed)\n\(sample.text)\n→\n\(text)"
      #expect(old.versions == sample.versions, shown)
      #expect(new.versions == [Self.version] + sample.versions, shown)
      #expect(isSubsequence(sample.staying, of: text), shown)
      #expect(text.unicodeScalars.first == "\u{FEFF}" || !text.unicodeScalars.contains("\u{FEFF}"), shown)
      try checkSection(of: new, sample, shown)
      #expect(
        new.inserting(Self.section, version: Self.version, unreleasedURL: "https://x.org/other").utf8
          .elementsEqual(text.utf8), shown)
    }
  }

  /// Line by line, with their ends; the last one may have got an end that it had not.
  private func isSubsequence(_ staying: [String], of text: String) -> Bool {
    var rest = lines(text)[...]
    // A byte order mark belongs to the file, and so do blank lines around what moves.
    return staying.map { Array($0.utf8) }.filter { !trimmed($0).isEmpty }.allSatisfy { line in
      let forms = [line, [0xEF, 0xBB, 0xBF] + line]
      guard let place = rest.firstIndex(where: { forms.contains(line.last == 0x0A ? $0 : trimmed($0)) })
      else {
        return false
      }
      rest = rest[(place + 1)...]
      return true
    }
  }

  private func checkSection(of file: ChangelogFile, _ sample: SampleChangelog, _ shown: Comment) throws {
    let section = try #require(file.section(of: Self.version), shown)
    let found = lines(section).map(trimmed)
    // A link reference at the end of the last release counts as one at the end of the file.
    let moved = sample.moving.map { trimmed($0.utf8) }.filter { !$0.starts(with: "[note".utf8) }
    for line in moved + lines(Self.section).map(trimmed) where !line.isEmpty {
      let isOnlyOne = line.contains { (0x30...0x39).contains($0) }
      #expect(isOnlyOne ? found.count { $0 == line } == 1 : found.contains(line), shown)
    }
    // Nothing is left below the heading: the next release gets only its own text.
    let next = file.inserting("## 1.6.0\n\nnext\n", version: Version(1, 6, 0))
    #expect(ChangelogFile(parsing: next).section(of: Version(1, 6, 0)) == "## 1.6.0\n\nnext\n", shown)
  }
}
