package import ConventionalCommits
package import SemanticVersions

/// A commit of the range and what became of it: none is passed over in silence.
package struct AccountedCommit: Hashable, Sendable {
  /// The commit.
  package let commit: CommitRecord
  /// What became of it.
  package let outcome: Outcome
  /// Why.
  package let because: Because
  /// What it asks of the version, before the policy for 0.x.
  package let bump: Bump

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
    /// Its message was corrected after the fact.
    case overridden
  }

  /// Why that became of it.
  package enum Because: Hashable, Sendable {
    /// The bump rules say so.
    case rules(BumpRules.Verdict)
    /// It is named in `ignore.commits`.
    case ignoredCommit
    /// Its author is named in `ignore.authors`.
    case ignoredAuthor(String)
    /// It is undone by a later commit.
    case revertedBy(String)
    /// It undoes an earlier commit of the range.
    case reverts(String)
    /// It undoes a commit that was released before.
    case revertsReleased(String)
  }
}
