package import SemanticVersions

extension ChangelogFile {
  /// What a new changelog begins with (Keep a Changelog 1.1.0).
  package static let introduction = """
    # Changelog

    All notable changes to this project will be documented in this file.

    The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),
    and this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

    """

  /// Returns the file's text with a new release, as `bytes(inserting:version:compareURL:unreleasedURL:)` makes it.
  package func inserting(
    _ section: String, version: Version, compareURL: String? = nil, unreleasedURL: String? = nil
  ) -> String {
    String(
      bytes(inserting: section, version: version, compareURL: compareURL, unreleasedURL: unreleasedURL))
  }

  /// Returns the file's bytes with a new release.
  ///
  /// It is put before the first release with a lower version, so that a fix of an old line comes to its place; the
  /// first of all comes after the file's introduction. What people wrote under `## [Unreleased]` moves into it:
  /// below the same `###` heading before what is there, otherwise as it is. A version that the file has already is
  /// left alone, and so is the whole file. Line ends are those of the file; an empty file gets the introduction of
  /// Keep a Changelog.
  ///
  /// - Parameters:
  ///   - section: The release as Markdown, from its heading on.
  ///   - compareURL: What `[1.5.0]` at the end of the file leads to; nil adds no link reference.
  ///   - unreleasedURL: What `[Unreleased]` leads to afterwards; nil leaves it.
  package func bytes(
    inserting section: String, version: Version, compareURL: String? = nil, unreleasedURL: String? = nil
  ) -> [UInt8] {
    let heading = Self.heading(of: section)
    guard !hasRelease(version, like: heading) else { return bytes }
    let mark = bytes[...].byteOrderMark
    guard !bytes[mark.endIndex...].trimmingBlankLines().isEmpty else {
      let introduction = MarkdownLines(of: Array(Self.introduction.utf8)[...]).lines.flatMap {
        $0.content.withLineEnd(lineEnd)
      }
      return ChangelogFile(parsing: mark + introduction).bytes(
        inserting: section, version: version, compareURL: compareURL, unreleasedURL: unreleasedURL)
    }
    var edits = TextEdits(of: bytes, lineEnd: lineEnd)
    edits.insertParagraph(moveNotes(into: section, in: &edits), at: place(of: version, like: heading))
    editLinks(label: heading?.label, version, compareURL: compareURL, unreleasedURL, in: &edits)
    return edits.applied()
  }

  /// The line end of the file: that of its first line.
  private var lineEnd: String {
    guard let first = bytes.firstIndex(of: 0x0A), first > 0 else { return "\n" }
    return bytes[first - 1] == 0x0D ? "\r\n" : "\n"
  }

  private static func heading(of section: String) -> ReleaseHeading? {
    let lines = MarkdownLines(of: Array(section.utf8)[...]).lines
    return MarkdownHeading.all(in: lines).first.flatMap { ReleaseHeading($0) }
  }

  private func hasRelease(_ version: Version, like heading: ReleaseHeading?) -> Bool {
    releases.contains { $0.version == version && $0.heading.isComparable(with: heading) }
  }

  /// Empties what is unreleased and returns the release with it. A file may have several such headings, where a
  /// tool or a merge has stacked them.
  private func moveNotes(into section: String, in edits: inout TextEdits) -> [UInt8] {
    let ranges = unreleasedNotes
    for range in ranges where !bytes[range].trimmingBlankLines().isEmpty { edits.clear(range) }
    let notes = NoteGroups(of: Array(ranges.map { bytes[$0] }.joined())[...])
    let new = Array(section.utf8)[...]
    return notes.isEmpty ? new.trimmingBlankLines() + [0x0A] : NoteGroups(of: new).adding(notes).text
  }

  /// What moves: the text of all parts that are not released but for the references of their own link.
  private var unreleasedNotes: [Range<Int>] {
    var own = definitions.filter { $0.isFor("unreleased") }[...]
    return releases.filter { $0.version == nil }.flatMap { release in
      own = own.drop { $0.line.lowerBound < release.body }
      let inside = own.prefix { $0.line.lowerBound < release.range.upperBound }
      let starts = [release.body] + inside.map(\.line.upperBound)
      return zip(starts, inside.map(\.line.lowerBound) + [release.range.upperBound]).map { $0..<$1 }
    }
  }
}
