internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// The releases of a repository by their tags.
struct ReleaseTags {
  /// All of them, in no order: there may be very many, and few are looked at.
  private(set) var all: [ReleaseTag] = []
  /// The stable release of the highest version.
  private(set) var highest: ReleaseTag?

  init(_ releases: [ReleaseTag] = []) {
    all = releases
    highest = releases.lazy.filter { !$0.version.isPrerelease }.max { $0.version < $1.version }
  }

  /// Reads the tags of each pattern, in one pass.
  ///
  /// - Parameter excluded: a tag that is looked past.
  static func all(
    of repository: GitRepository, patterns: [TagPattern], excluding excluded: String? = nil
  ) throws(GitError) -> [ReleaseTags] {
    var found = [[ReleaseTag]](repeating: [], count: patterns.count)
    try repository.eachTag { name, commit in
      for (place, pattern) in patterns.enumerated() {
        guard let tag = ReleaseTag(name, commit: commit, pattern: pattern), tag.name != excluded else {
          continue
        }
        found[place].append(tag)
      }
    }
    return found.map { ReleaseTags($0) }
  }

  /// The stable releases, the highest version first.
  var stable: [ReleaseTag] { all.filter { !$0.version.isPrerelease }.sorted { $0.version > $1.version } }

  /// The release of a tag.
  func release(_ name: String) -> ReleaseTag? { all.first { $0.name.utf8.elementsEqual(name.utf8) } }

  /// Forgets a release.
  mutating func remove(_ release: ReleaseTag) { self = ReleaseTags(all.filter { $0 != release }) }
}
