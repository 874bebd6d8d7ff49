extension Version {
  /// Returns the next version of a prerelease channel.
  ///
  /// The channel counts towards what a stable release would be now: from 1.0.0, `feat` after `feat` gives `1.1.0-rc.1`
  /// and `1.1.0-rc.2`, and a breaking change then `2.0.0-rc.1`. It never goes back: where the breaking change is
  /// reverted, `2.0.0-rc.2` follows.
  ///
  /// `self` is the latest stable release.
  ///
  /// - Parameters:
  ///   - identifier: the channel's identifier, such as `rc` or `alpha.nightly`.
  ///   - bump: how far the changes since the latest stable release move it; `none` counts as `patch`, since a
  ///     prerelease of a version that is out would sort before it.
  ///   - releases: the versions that can be reached, of all channels; those of other channels count for nothing.
  /// - Throws: ``PrereleaseError`` when the identifier is malformed.
  package func nextOnChannel(
    _ identifier: String, bump: Bump, releases: [Version]
  ) throws(PrereleaseError) -> Version {
    try bumped(by: max(bump, .patch)).onChannel(identifier, after: releases)
  }

  /// Returns the next version of a prerelease channel that leads to this version, or to a later one when the channel
  /// has come further already.
  ///
  /// This is the higher one of this version's first prerelease (`1.5.0-next.1`) and the one after the channel's last
  /// (`1.5.0-next.2`): how semantic-release counts.
  ///
  /// - Parameters:
  ///   - identifier: the channel's identifier, such as `rc` or `alpha.nightly`.
  ///   - releases: the versions that can be reached, of all channels; those of other channels count for nothing.
  /// - Throws: ``PrereleaseError`` when the identifier is malformed.
  package func onChannel(_ identifier: String, after releases: [Version]) throws(PrereleaseError) -> Version {
    let label = try Self.label(identifier)
    let first = Version(major, minor, patch, prerelease: label + [PrereleaseIdentifier(1)])
    guard let last = releases.lazy.filter({ $0.isOnChannel(label) }).max() else { return first }
    return max(first, try last.nextPrerelease(.none, identifier: identifier, startingAt: 1))
  }

  /// Whether the prerelease is the label and a number, or the label alone, as some tools start a series.
  private func isOnChannel(_ label: [PrereleaseIdentifier]) -> Bool {
    guard isPrerelease, prerelease.starts(with: label) else { return false }
    let rest = prerelease.dropFirst(label.count)
    return rest.isEmpty || rest.count == 1 && rest.first?.number != nil
  }
}
