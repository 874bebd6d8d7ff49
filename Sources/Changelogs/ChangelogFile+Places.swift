import SemanticVersions

extension ChangelogFile {
  /// Where a release goes: before the first one with a lower version, and below what is unreleased. In a file
  /// whose versions rise from top to bottom it is the other way round.
  func place(of version: Version, like heading: ReleaseHeading?) -> Int {
    let versions = releases.indices.filter { releases[$0].version != nil }
    guard let first = versions.first, let last = versions.last else {
      return releases.last?.range.upperBound ?? introductionEnd
    }
    let others = versions.filter { releases[$0].heading.isComparable(with: heading) }
    if isRising {
      let next = others.first { releases[$0].version.map { $0 > version } ?? false }
      return next.map { releases[$0].place } ?? releases[last].range.upperBound
    }
    let isNewest = others.allSatisfy { releases[$0].version.map { $0 < version } ?? true }
    let next = isNewest ? first : others.first { releases[$0].version.map { $0 < version } ?? false }
    return next.map { place(above: $0) } ?? releases[last].range.upperBound
  }

  /// The place above a release, and above what does not belong to the unreleased part before it.
  private func place(above index: Int) -> Int {
    guard index > 0, releases[index - 1].version == nil else { return releases[index].place }
    return releases[index - 1].range.upperBound
  }

  /// Whether three or more versions rise; two may be a fix of an old line on top of the newest release.
  private var isRising: Bool {
    let versions = versions
    return versions.count >= 3 && zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 }
  }
}
