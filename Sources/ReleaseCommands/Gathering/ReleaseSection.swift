internal import Changelogs
internal import ReleasePlanning
internal import SemanticVersions

/// The text of one release as it stands in CHANGELOG.md, below a heading by which it is found again.
struct ReleaseSection {
  /// The Markdown, from its heading on.
  let text: String
  private let version: Version
  private let tag: String
  private let compareURL: String?
  private let links: RepositoryLinks?

  /// Renders a changelog of one release.
  ///
  /// - Throws: `CutRefusal.sectionWithoutHeading` for a template that makes none, `TemplateError`.
  init(_ changelog: Changelog, by source: ChangelogSource) throws {
    text = try String(decoding: source.rendered(changelog), as: UTF8.self)
    let release = changelog.release(0)
    let found = ChangelogFile(parsing: text).versions
    guard let version = release.heading.version, let tag = release.heading.tag, found == [version] else {
      throw CutRefusal.sectionWithoutHeading(template: source.name)
    }
    (self.version, self.tag, links) = (version, tag, changelog.style.links)
    compareURL = release.heading.compareURL(links)
  }

  /// Returns a file with the release in it.
  ///
  /// - Throws: `CutRefusal.notText` for what no Markdown holds, such as UTF-16.
  func inserted(into file: [UInt8], at path: String) throws(CutRefusal) -> [UInt8] {
    guard !file.contains(0) else { throw .notText(path) }
    let old = ChangelogFile(parsing: file)
    // An older release changes nothing about what came after the newest.
    let isNewest = old.versions.allSatisfy { $0 < version }
    return old.bytes(
      inserting: text, version: version, compareURL: compareURL,
      unreleasedURL: isNewest ? links?.compareURL(from: tag, to: "HEAD") : nil)
  }
}
