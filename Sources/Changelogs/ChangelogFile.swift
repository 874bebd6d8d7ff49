package import SemanticVersions

/// A `CHANGELOG.md` that people write in, too: whatever they wrote stays as it is, byte for byte.
package struct ChangelogFile: Hashable, Sendable {
  let bytes: [UInt8]
  let releases: [Release]
  /// The link references anywhere in the file.
  let definitions: [LinkDefinition]
  /// Where the first release goes when there is none.
  let introductionEnd: Int
  /// Where the link references and comments at the end begin, or the end of the file.
  let end: Int

  /// A release in the file.
  struct Release: Hashable, Sendable {
    let heading: ReleaseHeading
    /// From the heading to the next release, or to whatever ends a part that is not released yet.
    let range: Range<Int>
    /// Where the line after the heading begins.
    let body: Int
    /// Where something is put that comes before it: above the heading, and above an anchor that belongs to it.
    let place: Int
  }

  /// Reads a changelog of any form; headings that name no version belong to the release before them.
  package init(parsing text: String) {
    self.init(parsing: Array(text.utf8))
  }

  /// Reads a changelog of any form, which need not be UTF-8.
  package init(parsing bytes: [UInt8]) {
    let lines = MarkdownLines(of: bytes[...], isDocument: true).lines
    let headings = MarkdownHeading.all(in: lines)
    self.bytes = bytes
    definitions = lines.compactMap { LinkDefinition($0) }
    end = lines.footer(after: headings.last { ReleaseHeading($0) != nil }) ?? bytes.count
    introductionEnd = min(end, lines.introductionEnd(headings) ?? end)
    releases = Self.releases(in: lines, headings: headings, end: end)
  }

  /// The versions in the file, in its order.
  package var versions: [Version] { releases.compactMap(\.version) }

  /// Returns the text of one release from its heading on, or nil when the file has none.
  ///
  /// It ends with one line's end, and line ends are `\n`, so that its digest is the same in every checkout.
  package func section(of version: Version) -> String? {
    guard let release = releases.first(where: { $0.version == version }) else { return nil }
    let lines = MarkdownLines(of: bytes[release.range].trimmingBlankLines()).lines
    return String(lines.flatMap { bytes[$0.range].withLineEnd("\n") })
  }
}

extension ChangelogFile.Release {
  /// The version, or nil for what is not released yet.
  var version: Version? {
    if case .version(let version) = heading.subject { version } else { nil }
  }
}

extension ChangelogFile {
  private static func releases(in lines: [MarkdownLines.Line], headings: [MarkdownHeading], end: Int)
    -> [Release]
  {
    let anchors = lines.anchors
    var releases: [Release] = []
    var limit = end
    // From the end, so that each one knows the next.
    var nextOfLevel = [Int](repeating: end, count: 7)
    for heading in headings.reversed() {
      let place = anchors[heading.range.lowerBound] ?? heading.range.lowerBound
      if let release = ReleaseHeading(heading) {
        let isOpen = release.subject == .unreleased
        let upper = isOpen ? min(limit, nextOfLevel[1...heading.level].min() ?? limit) : limit
        releases.append(
          Release(
            heading: release, range: heading.range.lowerBound..<upper, body: heading.range.upperBound,
            place: place))
        limit = place
      }
      nextOfLevel[heading.level] = place
    }
    return releases.reversed()
  }
}

extension ArraySlice<UInt8> {
  /// A line with another end, or with an end when it had none.
  func withLineEnd(_ end: String) -> [UInt8] {
    var line = self
    if line.last == 0x0A { line.removeLast() }
    if line.last == 0x0D { line.removeLast() }
    return Array(line) + end.utf8
  }
}
