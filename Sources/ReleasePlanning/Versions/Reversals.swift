internal import ConventionalCommits

/// Which commits of a range undo which others.
///
/// Taken from the newest on: a revert that is itself undone undoes nothing, so that a revert of a revert brings the
/// first commit back.
struct Reversals {
  /// The commits that are undone, and by which.
  private(set) var undone: [CommitName: CommitName] = [:]
  /// The commits that undo others, and the first of these.
  private(set) var undoing: [CommitName: CommitName] = [:]

  /// Takes the commits of a range, newest first.
  init(in commits: [CommitReading]) {
    let places = commits.indices.filter { !commits[$0].reversals.isEmpty }
    guard !places.isEmpty else { return }
    let index = ReversalIndex(commits)
    let graph = CommitGraph(commits)
    for place in places where undone[commits[place].id] == nil {
      for reversal in commits[place].reversals {
        let candidates = index.places(of: reversal, saidBy: commits[place])
        let target = candidates.first { $0 > place && undone[commits[$0].id] == nil }
        if let target { undo(commits[target], by: commits[place].id, graph) }
      }
    }
  }

  private mutating func undo(_ target: CommitReading, by revert: CommitName, _ graph: CommitGraph) {
    undone[target.id] = revert
    if undoing[revert] == nil { undoing[revert] = target.id }
    // A merge that is reverted takes with it what it had brought.
    guard target.isMerge, let mainLine = target.parents.first else { return }
    for commit in graph.commits(from: mainLine, to: target.id) where undone[commit] == nil {
      undone[commit] = revert
    }
  }
}

/// The commits of a range by all that a revert may call them.
private struct ReversalIndex {
  private var names: [String: [Int]] = [:]
  private var pullRequests: [String: [Int]] = [:]
  private var subjects: [String: [Int]] = [:]
  private let commits: [CommitReading]

  init(_ commits: [CommitReading]) {
    self.commits = commits
    for (place, commit) in commits.enumerated() {
      names[String(commit.id.description.prefix(Self.shortest)), default: []].append(place)
      subjects[commit.subject, default: []].append(place)
      guard let number = CommitMessage(parsing: commit.subject).pullRequest else { continue }
      pullRequests[number, default: []].append(place)
      // A forge puts the number behind the title after the fact, and quotes the title alone.
      let suffix = " (#\(number))"
      if commit.subject.hasSuffix(suffix) {
        subjects[String(commit.subject.dropLast(suffix.count)), default: []].append(place)
      }
    }
  }

  /// The length of the shortest abbreviation.
  private static let shortest = 7

  /// The places of the commits that are meant, the newest first.
  func places(of reversal: Reversal, saidBy revert: CommitReading) -> [Int] {
    switch reversal {
    case .commit(let digits):
      let candidates = names[String(digits.prefix(Self.shortest))] ?? []
      return candidates.filter { commits[$0].id.hasPrefix(digits) }
    case .pullRequest(let number):
      // GitLab's titles do not hold the number.
      return pullRequests[number] ?? places(ofQuotedBy: revert)
    case .subject(let quoted):
      // What `Reapply "…"` undoes is the revert of what it quotes.
      let isReapplied = revert.subject.utf8.starts(with: "Reapply ".utf8)
      return subjects[isReapplied ? "Revert \"\(quoted)\"" : quoted] ?? []
    }
  }

  private func places(ofQuotedBy revert: CommitReading) -> [Int] {
    let quoted = CommitMessage(parsing: revert.subject).reversals.first
    return quoted.map { places(of: $0, saidBy: revert) } ?? []
  }
}
