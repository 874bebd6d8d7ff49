package import SemanticVersions

/// What would be released from a commit, and why.
package struct VersionPlan: Hashable, Sendable {
  /// The component; nil when the repository is one.
  package let component: String?
  /// What the branch releases.
  package let channel: Channel
  /// The release that it counts from.
  package let base: ReleaseTag?
  /// The next version; nil when there is nothing to release.
  package let next: Version?
  /// The next version's tag.
  package let tag: String?
  /// How far the version moves, after the policy for 0.x.
  package let bump: Bump
  /// The commit that is released.
  package let headCommit: CommitName
  /// Every commit since the base, newest first, with what became of it.
  package let commits: [AccountedCommit]
  /// Where the version comes from.
  package let origin: Origin
  /// What the component is built from and is released since the base, or with it.
  package let dependencies: [Dependency]

  /// A component that another is built from, and the version that it gets.
  package struct Dependency: Hashable, Sendable {
    /// The component's name.
    package let component: String
    /// Its version.
    package let version: Version
    /// Whether that version is still to be released.
    package let isPending: Bool

    /// Makes a dependency.
    package init(component: String, version: Version, isPending: Bool) {
      self.component = component
      self.version = version
      self.isPending = isPending
    }
  }

  /// Where the version comes from.
  package enum Origin: Hashable, Sendable {
    /// From the commits.
    case commits
    /// It is the first version of all.
    case initial
    /// It was asked for on the command line.
    case asked
    /// A commit's footer `Release-As` asks for it.
    case footer(commit: CommitName)
    /// What the component is built from has a new version.
    case dependencies
  }

  /// The commits that move the version, those that decide it first.
  package var reasons: [AccountedCommit] {
    let footer = commits.filter { if case .releaseAs = $0.because { true } else { false } }
    let others = commits.filter { if case .releaseAs = $0.because { false } else { true } }
    return footer + [Bump.major, .minor, .patch].flatMap { level in others.filter { $0.bump == level } }
  }
}
