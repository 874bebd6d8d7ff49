package import SemanticVersions

/// The versions that a branch may release next: no other branch can mean one of them.
///
/// Where several branches of one history release, each counts on from its own last release, and sooner or later two
/// of them would arrive at the same number. Windows keep them apart (the rule of semantic-release's workflow,
/// https://semantic-release.gitbook.io/semantic-release/usage/workflow-configuration): a branch stays below the first
/// release that exists ahead of it.
package struct VersionWindow: Hashable, Sendable {
  /// The lowest version: the last release of the branch or of one that it follows, or the start of its line.
  package let lower: Version
  /// The first version above the window; nil when it is open.
  package let upper: Version?

  init(lower: Version, upper: Version?) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether no version lies inside: the branch may release nothing.
  package var isEmpty: Bool { upper.map { $0 <= lower } ?? false }

  /// Returns whether a version lies inside; a prerelease counts as the version that it leads to, so that
  /// `2.0.0-rc.1` is no version of `1.x`.
  package func contains(_ version: Version) -> Bool {
    let core = version.core
    return lower <= core && upper.map { core < $0 } ?? true
  }

  /// Returns which of patch, minor and major lead from a version to one inside.
  ///
  /// - Parameter base: the last release; nil for a branch without one, which counts from the lower end.
  package func bumps(from base: Version?) -> [Bump] {
    [Bump.patch, .minor, .major].filter { contains((base ?? lower).bumped(by: $0)) }
  }
}

extension VersionWindow {
  /// Returns the window of a stable branch.
  ///
  /// Stable branches have an order, such as `main`, `next`, `next-major`: each begins above all releases of those
  /// before it, and ends below the first release that only those after it have. Prereleases take no number away from
  /// anybody and are passed over.
  ///
  /// - Parameters:
  ///   - own: the releases that the branch can reach.
  ///   - preceding: the releases of the stable branches before it; none for the first one.
  ///   - following: the releases of the stable branches after it, whether or not this one can reach them.
  package static func stable(
    own: [Version], preceding: [Version] = [], following: [Version] = []
  ) -> VersionWindow {
    let lower = (own + preceding).lazy.filter { !$0.isPrerelease }.max()?.core ?? Version(0, 0, 0)
    return VersionWindow(lower: lower, upper: following.first(from: lower, except: own + preceding))
  }
}

extension [Version] {
  /// The lowest stable version of these that is not below a version and not among others.
  func first(from lower: Version, except others: [Version]) -> Version? {
    let others = Set(others)
    return lazy.filter { !$0.isPrerelease && lower <= $0 && !others.contains($0) }.min()?.core
  }
}
