import SemanticVersions

extension ChangelogFile {
  /// Leads `[Unreleased]` to its new address and adds the reference of a release.
  ///
  /// A `## [Unreleased]` without a reference gets one when the versions have theirs: without it the page would show
  /// the brackets, and the first cut after that heading was added is when people would write it.
  func editLinks(
    label: String?, _ version: Version, compareURL: String?, _ unreleasedURL: String?,
    in edits: inout TextEdits
  ) {
    let footer = definitions.filter { $0.line.lowerBound >= end }
    if let unreleasedURL {
      if let unreleased = definitions.first(where: { $0.isFor("unreleased") }) {
        edits.replace(unreleased.address, with: unreleasedURL)
      } else if let label = unreleasedLabel, let first = footer.first, footer.contains(where: \.isForVersion)
      {
        edits.insertLine("[\(label)]: \(unreleasedURL)", at: first.line.lowerBound, isFirst: false)
      }
    }
    guard let label, let compareURL, !definitions.contains(where: { $0.isFor(label) }) else { return }
    edits.insertLine(
      "[\(label)]: \(compareURL)", at: place(of: version, among: footer), isFirst: footer.isEmpty)
  }

  private var unreleasedLabel: String? {
    releases.lazy.filter { $0.version == nil }.compactMap(\.heading.label).first
  }

  /// Before the reference of a lower version, otherwise after those of versions, or of what is unreleased.
  private func place(of version: Version, among footer: [LinkDefinition]) -> Int {
    if let lower = footer.first(where: { $0.version.map { $0 < version } ?? false }) {
      return lower.line.lowerBound
    }
    if let last = footer.last(where: \.isForVersion) ?? footer.last(where: { $0.isFor("unreleased") }) {
      return last.line.upperBound
    }
    return footer.first?.line.lowerBound ?? end
  }
}

extension LinkDefinition {
  fileprivate var isForVersion: Bool { version != nil }

  fileprivate var version: Version? {
    guard case .version(let version) = ReleaseName(Array(label.utf8)[...])?.subject else { return nil }
    return version
  }
}
