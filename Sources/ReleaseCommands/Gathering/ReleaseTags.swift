internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// The releases of a repository by their tags.
struct ReleaseTags {
  /// All of them, in no order: there may be very many, and few are looked at.
  let all: [ReleaseTag]
  /// The names of tags of other forms, up to some number.
  let foreign: [String]
  /// Those that the next release may count from.
  private let candidates: [ReleaseTag]
  /// What somebody tagged as a release without its being a commit.
  private var passed: Set<CommitName> = []
  /// The candidate of the highest version.
  private(set) var highest: ReleaseTag?

  /// - Parameter mayCount: whether the next release may count from a release.
  init(_ releases: [ReleaseTag], foreign: [String] = [], where mayCount: (ReleaseTag) -> Bool) {
    self.foreign = foreign
    all = releases
    candidates = releases.filter(mayCount)
    highest = candidates.max { $0.version < $1.version }
  }

  /// Reads the tags of each planner, in one pass.
  ///
  /// - Parameter excluded: a tag that is looked past, with all of its version and above it: what a release of the past
  ///   counted from is below it.
  static func all(
    of repository: GitRepository, for planners: [VersionPlanner], below excluded: String? = nil
  ) throws(GitError) -> [ReleaseTags] {
    var found = [[ReleaseTag]](repeating: [], count: planners.count)
    var foreign: [String] = []
    try repository.eachTag { name, commit in
      var isForeign = true
      for (place, planner) in planners.enumerated() {
        guard let tag = ReleaseTag(name, commit: commit, pattern: planner.pattern) else { continue }
        found[place].append(tag)
        isForeign = false
      }
      if isForeign, foreign.count < Self.told { foreign.append(String(decoding: name, as: UTF8.self)) }
    }
    return zip(found, planners).map { tags, planner in
      let limit = excluded.flatMap(planner.pattern.version(of:))
      let below = tags.filter { tag in limit.map { tag.version < $0 } ?? true }
      return ReleaseTags(below, foreign: foreign, where: planner.mayCountFrom)
    }
  }

  /// How many foreign tags are told of.
  private static let told = 1000

  /// The candidates, the highest version first.
  var sorted: [ReleaseTag] {
    candidates.filter { !passed.contains($0.commit) }.sorted { $0.version > $1.version }
  }

  /// The release of a tag.
  func release(_ name: String) -> ReleaseTag? { all.first { $0.name.utf8.elementsEqual(name.utf8) } }

  /// Looks past the releases on what is no commit.
  mutating func lookPast(_ commit: CommitName) {
    passed.insert(commit)
    highest = candidates.lazy.filter { [passed] in !passed.contains($0.commit) }.max {
      $0.version < $1.version
    }
  }
}
