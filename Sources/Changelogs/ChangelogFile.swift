package import SemanticVersions

/// A `CHANGELOG.md` that people write in, too: whatever they wrote stays as it is, byte for byte.
package struct ChangelogFile: Hashable, Sendable {
  let bytes: [UInt8]
  let releases: [Release]
  /// The link references that the file ends with.
  let definitions: [LinkDefinition]
  /// Where the link references at the end begin, or the end of the file.
  let end: Int

  /// A release in the file.
  struct Release: Hashable, Sendable {
    let heading: ReleaseHeading
    /// From the heading to the next release.
    let range: Range<Int>
    /// Where the line after the heading begins.
    let body: Int
  }

  /// Reads a changelog of any form; headings that name no version belong to the release before them.
  package init(parsing text: String) {
    bytes = Array(text.utf8)
    let lines = MarkdownLines(of: bytes[...]).lines
    let links = lines.reversed().prefix { $0.isBlank || !$0.isVerbatim && LinkDefinition($0.content) != nil }
    definitions = links.reversed().compactMap { LinkDefinition($0.content) }
    end = definitions.isEmpty ? bytes.count : links.last { !$0.isBlank }?.range.lowerBound ?? bytes.count
    releases = Self.releases(in: lines, end: end)
  }

  private static func releases(in lines: [MarkdownLines.Line], end: Int) -> [Release] {
    let headings = lines.compactMap { line in
      line.isVerbatim ? nil : ReleaseHeading(line.content).map { (heading: $0, range: line.range) }
    }
    let starts = headings.dropFirst().map(\.range.lowerBound) + [end]
    return zip(headings, starts).map { heading, next in
      Release(
        heading: heading.heading, range: heading.range.lowerBound..<next, body: heading.range.upperBound)
    }
  }

  /// The versions in the file, in its order.
  package var versions: [Version] {
    releases.compactMap { release in
      if case .version(let version) = release.heading.subject { version } else { nil }
    }
  }

  /// Returns the text of one release from its heading on, or nil when the file has none.
  ///
  /// It ends with one line's end, and line ends are `\n`, so that its digest is the same in every checkout.
  package func section(of version: Version) -> String? {
    guard let release = release(of: .version(version)) else { return nil }
    let lines = MarkdownLines(of: bytes[release.range].trimmingBlankLines()).lines
    return lines.map { String(bytes[$0.range].withLineEnd("\n")) }.joined()
  }

  func release(of subject: ReleaseHeading.Subject) -> Release? {
    releases.first { $0.heading.subject == subject }
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
