internal import ConventionalCommits

/// The commits of a range, the newest first, by all that a revert may call them.
struct ReversalIndex {
  private let commits: [CommitReading]
  private var names: [String: [Int]] = [:]
  private var pullRequests: [String: Line] = [:]
  private var subjects: [String: Line] = [:]

  /// The places of commits of one name, the newest first, without those that nobody can mean any more.
  private struct Line {
    var places: [Int] = []
    var first = 0
  }

  init(_ commits: [CommitReading]) {
    self.commits = commits
    for (place, commit) in commits.enumerated() {
      names[String(commit.id.description.prefix(Self.shortest)), default: []].append(place)
      subjects[commit.subject, default: Line()].places.append(place)
      guard let number = CommitMessage(parsing: commit.subject).pullRequest else { continue }
      pullRequests[number, default: Line()].places.append(place)
      // A forge puts the number behind the title after the fact, and quotes the title alone.
      let suffix = " (#\(number))"
      if commit.subject.hasSuffix(suffix) {
        subjects[String(commit.subject.dropLast(suffix.count)), default: Line()].places.append(place)
      }
    }
  }

  /// The length of the shortest abbreviation.
  private static let shortest = 7

  /// Returns the commit that a revert means.
  ///
  /// - Parameters:
  ///   - place: the revert's own place; each call has a later one than the call before.
  ///   - stands: whether a commit is not undone yet; one that is never stands again.
  mutating func target(
    of reversal: Reversal, saidBy revert: CommitReading, at place: Int, where stands: (CommitReading) -> Bool
  ) -> CommitReading? {
    switch reversal {
    case .commit(let digits):
      let candidates = names[String(digits.prefix(Self.shortest))] ?? []
      let found = candidates.first { candidate in
        commits[candidate].id.hasPrefix(digits) && candidate != place && stands(commits[candidate])
      }
      return found.map { commits[$0] }
    case .pullRequest(let number):
      // GitLab's titles do not hold the number.
      guard pullRequests[number] != nil else { return quotedTarget(of: revert, at: place, where: stands) }
      return next(of: &pullRequests[number, default: Line()], after: place, where: stands)
    case .subject(let quoted):
      // What `Reapply "…"` undoes is the revert of what it quotes.
      let isReapplied = revert.subject.utf8.starts(with: "Reapply ".utf8)
      let subject = isReapplied ? "Revert \"\(quoted)\"" : quoted
      return next(of: &subjects[subject, default: Line()], after: place, where: stands)
    }
  }

  private mutating func quotedTarget(
    of revert: CommitReading, at place: Int, where stands: (CommitReading) -> Bool
  ) -> CommitReading? {
    guard case .subject(let quoted)? = CommitMessage(parsing: revert.subject).reversals.first else {
      return nil
    }
    return target(of: .subject(quoted), saidBy: revert, at: place, where: stands)
  }

  private func next(
    of line: inout Line, after place: Int, where stands: (CommitReading) -> Bool
  ) -> CommitReading? {
    while line.first < line.places.count {
      let candidate = line.places[line.first]
      if candidate > place, stands(commits[candidate]) { return commits[candidate] }
      line.first += 1
    }
    return nil
  }
}
