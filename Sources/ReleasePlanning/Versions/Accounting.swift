internal import ConventionalCommits
internal import SemanticVersions

/// Goes through the commits of a range and says of each what became of it.
package struct Accounting: Sendable {
  private let policy: VersionPolicy
  private let commits: [CommitRecord]
  private let reverts: [(revert: String, target: String)]

  /// Takes the commits of a range, newest first.
  package init(_ commits: [CommitRecord], under policy: VersionPolicy) {
    self.policy = policy
    self.commits = commits
    reverts = Self.reverts(in: commits)
  }

  /// Every commit with its outcome, newest first.
  package var accounts: [AccountedCommit] {
    let undone = Dictionary(reverts.map { ($0.target, $0.revert) }) { first, _ in first }
    let undoing = Dictionary(reverts.map { ($0.revert, $0.target) }) { first, _ in first }
    return commits.map { commit in
      if let reason = ignoring(commit) { return account(commit, .ignored, reason) }
      if let revert = undone[commit.id] { return account(commit, .cancelled, .revertedBy(revert)) }
      if let target = undoing[commit.id] { return account(commit, .cancelled, .reverts(target)) }
      return judge(commit)
    }
  }

  private func account(
    _ commit: CommitRecord, _ outcome: AccountedCommit.Outcome, _ because: AccountedCommit.Because,
    _ bump: Bump = .none
  ) -> AccountedCommit {
    AccountedCommit(commit: commit, outcome: outcome, because: because, bump: bump)
  }

  /// Of several messages in one commit the one that moves the version most decides.
  private func judge(_ commit: CommitRecord) -> AccountedCommit {
    if commit.message.header == nil, let released = commit.message.revertedCommits.first {
      return account(commit, .counted, .revertsReleased(released), .patch)
    }
    let verdicts = commit.messages(under: policy.squash).map(policy.rules.verdict(on:))
    let decisive = verdicts.max { $0.bump < $1.bump } ?? policy.rules.verdict(on: commit.message)
    switch decisive.because {
    case .notConventional: return account(commit, .notConventional, .rules(decisive))
    default:
      return account(commit, decisive.bump == .none ? .noEffect : .counted, .rules(decisive), decisive.bump)
    }
  }

  private func ignoring(_ commit: CommitRecord) -> AccountedCommit.Because? {
    if policy.ignore.commits.contains(where: { $0.utf8.count >= 7 && commit.id.utf8.starts(with: $0.utf8) }) {
      return .ignoredCommit
    }
    let author = policy.ignore.authors.first { $0 == commit.authorName || $0 == commit.authorEmail }
    return author.map(AccountedCommit.Because.ignoredAuthor)
  }

  /// Which commits of the range the standing reverts undo.
  ///
  /// From the newest on: a revert that is itself undone undoes nothing, so that a revert of a revert brings the first
  /// commit back.
  private static func reverts(in commits: [CommitRecord]) -> [(revert: String, target: String)] {
    let ids = commits.map(\.id)
    var reverts: [(revert: String, target: String)] = []
    var undone: Set<String> = []
    for commit in commits where !undone.contains(commit.id) {
      for named in commit.message.revertedCommits {
        guard let target = ids.first(where: { $0.utf8.starts(with: named.utf8) }), !undone.contains(target)
        else { continue }
        reverts.append((commit.id, target))
        undone.insert(target)
      }
    }
    return reverts
  }
}
