package import SemanticVersions

/// A plan that was written down for somebody to approve: what it decided, and what that rested on.
///
/// It holds as long as head, base and the remote's releases are where they were.
package struct PinnedPlan: Hashable, Sendable {
  /// The component; nil when the repository is one.
  package let component: String?
  /// The channel that was named; nil: the branch's.
  package let channel: String?
  /// The version; nil when there was nothing to release.
  package let version: Version?
  /// Whether the version was asked for, and does not come from the commits.
  package let isAsked: Bool
  /// The branch that was to be released from; nil: none was known.
  package let branch: String?
  /// The digest of the whole answer.
  package let answer: String
  /// The commit that was to be released.
  package let head: String
  /// The release that was counted from.
  package let base: Base?
  /// The remote that was asked for its releases; nil: none was.
  package let remote: Remote?

  /// A release by its tag.
  package struct Base: Hashable, Sendable {
    /// The tag's name.
    package let tag: String
    /// Its commit.
    package let commit: String
  }

  /// A remote's releases at one time.
  package struct Remote: Hashable, Sendable {
    /// The remote's name.
    package let name: String
    /// The digest of the releases: ``RemoteReleases/digest``.
    package let digest: String
  }

  /// Pins a plan.
  package init(
    _ plan: VersionPlan, channel: String?, branch: String?, answer: String, remote: RemoteReleases?
  ) {
    component = plan.component
    self.channel = channel
    self.branch = branch
    self.answer = answer
    version = plan.next
    isAsked = plan.origin == .asked
    head = plan.headCommit.description
    base = plan.base.map { Base(tag: $0.name, commit: $0.commit.description) }
    self.remote = remote.map { Remote(name: $0.remote, digest: $0.digest) }
  }

  /// Requires that the plan still holds.
  ///
  /// - Parameters:
  ///   - plan: what is planned now.
  ///   - branch: the branch that is released from.
  ///   - answer: the digest of the whole answer.
  /// - Throws: `PlanMoved`.
  package func require(_ plan: VersionPlan, branch: String?, answer: String) throws(PlanMoved) {
    let headNow = plan.headCommit.description
    guard headNow == head else { throw .head(planned: head, now: headNow) }
    let now = plan.base.map { Base(tag: $0.name, commit: $0.commit.description) }
    guard now == base else { throw .base(planned: base, now: now) }
    guard plan.next == version else { throw .version(planned: version, now: plan.next) }
    guard branch == self.branch else { throw .branch(planned: self.branch, now: branch) }
    guard answer == self.answer else { throw .answer }
  }

  /// Requires that the remote has the releases that it had.
  ///
  /// - Parameter releases: what it has now; nil: it was not asked.
  /// - Throws: `PlanMoved`.
  package func require(_ releases: RemoteReleases?) throws(PlanMoved) {
    guard let remote else { return }
    guard let releases, releases.remote == remote.name else { throw .remoteNotAsked(remote.name) }
    guard releases.digest == remote.digest else { throw .remoteTags(remote.name) }
  }
}

/// Why a plan that was written down does not hold any more.
package enum PlanMoved: Error, Hashable, Sendable {
  /// The head is another commit.
  case head(planned: String, now: String)
  /// The last release is another one, or its tag names another commit.
  case base(planned: PinnedPlan.Base?, now: PinnedPlan.Base?)
  /// The remote has other releases.
  case remoteTags(String)
  /// The plan knows the remote's releases, and the remote is not asked for them.
  case remoteNotAsked(String)
  /// Another branch is released from.
  case branch(planned: String?, now: String?)
  /// The version is the same, and something else is not: a message was corrected, or the configuration is another one.
  case answer
  /// The same commits give another version: the configuration is another one.
  case version(planned: Version?, now: Version?)
}
