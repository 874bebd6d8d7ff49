package import ConventionalCommits
package import SemanticVersions

/// A commit of the range and what became of it: none is passed over in silence.
package struct AccountedCommit: Hashable, Sendable {
  /// The commit.
  package let commit: CommitReading
  /// What became of it.
  package let outcome: Outcome
  /// Why.
  package let because: Because
  /// What it asks of the version, before the policy for 0.x.
  package let bump: Bump
  /// The kind of change that decided: of several messages in one commit, that of the one that asks for most.
  package let kind: CommitKind

  /// The same commit with another reason.
  func because(_ reason: Because, _ outcome: Outcome) -> AccountedCommit {
    AccountedCommit(commit: commit, outcome: outcome, because: reason, bump: bump, kind: kind)
  }

  /// What became of a commit.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// It moves the version.
    case counted
    /// Its type moves nothing.
    case noEffect = "no_effect"
    /// Its message follows no convention.
    case notConventional = "not_conventional"
    /// A rule leaves it out.
    case ignored
    /// A revert in the same range undoes it, or it is that revert.
    case cancelled
    /// Its message was corrected after the fact, and it counts for what the corrected one says.
    case overridden
  }

  /// Why that became of it.
  package enum Because: Hashable, Sendable {
    /// The bump rules say so.
    case rules(BumpRules.Verdict)
    /// A rule leaves it out.
    case excluded(CommitReading.Exclusion)
    /// It is undone by a later commit.
    case revertedBy(CommitName)
    /// It undoes an earlier commit of the range.
    case reverts(CommitName)
    /// It undoes what was released before.
    case revertsReleased(Reversal)
    /// Its footer `Release-As` asks for the version.
    case releaseAs(String)
    /// Its footer `Release-As` is overruled by a newer one.
    case overruled(String)
    /// It brings back what was released, and taken back, before: a change of this kind.
    case bringsBack(BumpRules.Verdict)
  }
}
