/// Who contributes to each release for the first time: whoever has no commit in the release before, and in what that
/// follows.
///
/// Releases and the ones before them are a forest. On the way down from a root, whoever was met stands on the path.
struct Newcomers {
  /// The identities of the newcomers of each release, in the order in which the releases were given.
  private(set) var byRelease: [Set<Int32>]

  /// A release by its name, that of the one before it, and its commits.
  typealias Release = (name: String?, base: String?, commits: [Int32])

  /// Goes through releases.
  init(_ releases: [Release], in archive: CommitArchive) {
    byRelease = Array(repeating: [], count: releases.count)
    let places = Dictionary(zip(releases.map(\.name), releases.indices)) { first, _ in first }
    var following: [[Int]] = Array(repeating: [], count: releases.count)
    var open: [Step] = []
    for (place, release) in releases.enumerated().reversed() {
      if let base = release.base.flatMap({ places[$0] }) {
        following[base].append(place)
      } else {
        open.append(.enter(place))
      }
    }
    var known = [Bool](repeating: false, count: archive.people.count)
    while let step = open.popLast() {
      switch step {
      case .leave(let place): for identity in byRelease[place] { known[Int(identity)] = false }
      case .enter(let place):
        let writers = releases[place].commits.lazy.flatMap { archive.writers(Int($0)) }
        for identity in writers.map(archive.people.identity) where !known[Int(identity)] {
          known[Int(identity)] = true
          byRelease[place].insert(identity)
        }
        open.append(.leave(place))
        open += following[place].map { .enter($0) }
      }
    }
  }

  private enum Step { case enter(Int), leave(Int) }
}
