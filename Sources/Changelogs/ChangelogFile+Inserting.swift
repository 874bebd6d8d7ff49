package import SemanticVersions

extension ChangelogFile {
  /// What a new changelog begins with (Keep a Changelog 1.1.0).
  package static let introduction = """
    # Changelog

    All notable changes to this project will be documented in this file.

    The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),
    and this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

    """

  /// Returns the file's text with a new release.
  ///
  /// It is put before the first release with a lower version, so that a fix of an old line comes to its place.
  /// What people wrote under `## [Unreleased]` moves into it: below the same `###` heading before what is there,
  /// otherwise as it is. A version that the file has already is left alone, and so is the whole file. Line ends
  /// are those of the file; an empty file gets the introduction of Keep a Changelog.
  ///
  /// - Parameters:
  ///   - section: The release as Markdown, from its heading on.
  ///   - compareURL: What `[1.5.0]` at the end of the file leads to; nil adds no link reference.
  ///   - unreleasedURL: What `[Unreleased]` leads to afterwards; nil leaves it.
  package func inserting(
    _ section: String, version: Version, compareURL: String? = nil, unreleasedURL: String? = nil
  ) -> String {
    guard release(of: .version(version)) == nil else { return String(bytes) }
    guard !bytes[...].trimmingBlankLines().isEmpty else {
      return ChangelogFile(parsing: Self.introduction)
        .inserting(section, version: version, compareURL: compareURL, unreleasedURL: unreleasedURL)
    }
    // A file may have several such headings, where a tool or a merge has stacked them.
    let unreleased = releases.filter { $0.heading.subject == .unreleased }.map {
      $0.body..<$0.range.upperBound
    }
    let notes = NoteGroups(of: Array(unreleased.map { bytes[$0] }.joined())[...])
    let merged = NoteGroups(of: Array(section.utf8)[...]).adding(notes).text
    var edits = TextEdits(of: bytes, lineEnd: lineEnd)
    for range in unreleased where !bytes[range].trimmingBlankLines().isEmpty { edits.clear(range) }
    edits.insertParagraph(merged, at: place(of: version))
    editLinks(of: merged, compareURL: compareURL, unreleasedURL: unreleasedURL, in: &edits)
    return String(edits.applied())
  }

  /// The line end of the file: that of its first line.
  private var lineEnd: String {
    guard let first = bytes.firstIndex(of: 0x0A), first > 0 else { return "\n" }
    return bytes[first - 1] == 0x0D ? "\r\n" : "\n"
  }

  private func place(of version: Version) -> Int {
    let lower = releases.first { release in
      if case .version(let other) = release.heading.subject { other < version } else { false }
    }
    return lower?.range.lowerBound ?? end
  }

  private func editLinks(
    of section: [UInt8], compareURL: String?, unreleasedURL: String?, in edits: inout TextEdits
  ) {
    let unreleased = definitions.first { $0.isFor("unreleased") }
    if let unreleased, let unreleasedURL { edits.replace(unreleased.address, with: unreleasedURL) }
    let heading = MarkdownLines(of: section[...]).lines.first.flatMap { ReleaseHeading($0.content) }
    guard let label = heading?.label, let compareURL, !definitions.contains(where: { $0.isFor(label) }) else {
      return
    }
    edits.insertLine(
      "[\(label)]: \(compareURL)", at: placeOfLink(after: unreleased), isFirst: definitions.isEmpty)
  }

  /// After the reference of what is unreleased, or before all others.
  private func placeOfLink(after unreleased: LinkDefinition?) -> Int {
    guard let unreleased else { return end }
    return bytes[unreleased.address.upperBound...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }
}
