internal import ConventionalCommits
internal import SemanticVersions

/// Goes through the commits of a range and says of each what became of it.
package struct Accounting: Sendable {
  private let policy: VersionPolicy
  private let commits: [CommitReading]
  private let reversals: Reversals

  /// Takes the commits of a range, newest first.
  ///
  /// - Parameter graph: how these and all other commits of the range follow from one another.
  package init(_ commits: [CommitReading], of graph: CommitGraph, under policy: VersionPolicy) {
    self.policy = policy
    self.commits = commits
    reversals = Reversals(in: commits, of: graph)
  }

  /// Every commit with its outcome, newest first.
  package var accounts: [AccountedCommit] { commits.map(account) }

  private func account(_ commit: CommitReading) -> AccountedCommit {
    if let rule = commit.exclusion { return account(commit, .ignored, .excluded(rule)) }
    if let revert = reversals.undone[commit.id] { return account(commit, .cancelled, .revertedBy(revert)) }
    if let target = reversals.undoing[commit.id] { return account(commit, .cancelled, .reverts(target)) }
    return judge(commit)
  }

  private func account(
    _ commit: CommitReading, _ outcome: AccountedCommit.Outcome, _ because: AccountedCommit.Because,
    _ bump: Bump = .none, _ kind: CommitKind? = nil
  ) -> AccountedCommit {
    AccountedCommit(
      commit: commit, outcome: outcome, because: because, bump: bump, kind: kind ?? commit.kind)
  }

  /// Of several messages in one commit the one that moves the version most decides.
  private func judge(_ commit: CommitReading) -> AccountedCommit {
    if let because = judgeReversal(commit) { return because }
    let judged = commit.kinds(under: policy.squash).map { (kind: $0, verdict: verdict(on: $0)) }
    let decisive =
      judged.max { $0.verdict.bump < $1.verdict.bump } ?? (commit.kind, verdict(on: commit.kind))
    return account(
      commit, outcome(of: decisive.verdict, commit), .rules(decisive.verdict), decisive.verdict.bump,
      decisive.kind)
  }

  /// What was released before is undone by a patch, or brought back as what it was.
  private func judgeReversal(_ commit: CommitReading) -> AccountedCommit? {
    guard commit.kind.type == nil, let reversal = commit.reversals.first else { return nil }
    guard let kind = CommitMessage(parsing: commit.subject).quotedKind else {
      let outcome: AccountedCommit.Outcome = commit.correction == nil ? .counted : .overridden
      return account(commit, outcome, .revertsReleased(reversal), .patch)
    }
    let verdict = verdict(on: kind)
    return account(commit, outcome(of: verdict, commit), .bringsBack(verdict), verdict.bump)
  }

  private func verdict(on kind: CommitKind) -> BumpRules.Verdict {
    policy.rules.verdict(on: kind, strict: policy.isStrict)
  }

  private func outcome(
    of verdict: BumpRules.Verdict, _ commit: CommitReading
  ) -> AccountedCommit.Outcome {
    if commit.correction != nil { return .overridden }
    if case .notConventional = verdict.because { return .notConventional }
    return verdict.bump == .none ? .noEffect : .counted
  }
}
