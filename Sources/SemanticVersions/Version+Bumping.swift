extension Version {
  /// Returns the next stable version.
  ///
  /// A prerelease that already leads to a version at least that far becomes that version: `1.2.0-beta.1` and
  /// `minor` give `1.2.0`, `1.2.1-beta.1` and `minor` give `1.3.0` (the rules of node-semver's `inc`). Build
  /// metadata is dropped. `none` returns the version as it is.
  package func bumped(by bump: Bump) -> Version {
    switch bump {
    case .none: self
    case .patch: isPrerelease ? core : Version(major, minor, patch.successor)
    case .minor: isPrerelease && patch == 0 ? core : Version(major, minor.successor, 0)
    case .major: isPrerelease && patch == 0 && minor == 0 ? core : Version(major.successor, 0, 0)
    }
  }

  /// Returns the next prerelease.
  ///
  /// With a bump, the first prerelease of the version that far from the core (`1.2.3`, `minor`, `rc` give
  /// `1.3.0-rc.0`). With `none`, the next one of the same series: the rightmost number counts up (`1.3.0-rc.0`
  /// gives `1.3.0-rc.1`), another identifier starts over (`beta` gives `1.3.0-beta.0`, which may sort lower), and
  /// a stable version goes to its next patch first. These are `premajor`, `preminor`, `prepatch` and `prerelease`
  /// of node-semver's `inc`.
  ///
  /// - Parameters:
  ///   - identifier: The series, such as `rc` or `alpha.nightly`; empty for bare numbers (`1.3.0-0`).
  ///   - first: The number that a series starts with; `nil` for none (`1.3.0-rc`).
  /// - Throws: ``PrereleaseError`` when the identifier is malformed, or when there is nothing that could count up.
  /// - Precondition: `first` is not negative.
  package func nextPrerelease(
    _ bump: Bump, identifier: String, startingAt first: Int? = 0
  ) throws(PrereleaseError) -> Version {
    let label = try Self.label(identifier)
    let start = label + (first.map { [PrereleaseIdentifier(Numeral($0))] } ?? [])
    guard !start.isEmpty else { throw .nothingToCount }
    let base = bump == .none && isPrerelease ? self : core.bumped(by: max(bump, .patch))
    let next = Version(
      base.major, base.minor, base.patch, prerelease: base.nextIdentifiers(label: label, start: start))
    guard !next.hasSamePrecedence(as: self) else { throw .nothingToCount }
    return next
  }

  static func label(_ identifier: String) throws(PrereleaseError) -> [PrereleaseIdentifier] {
    guard !identifier.isEmpty else { return [] }
    var scanner = VersionScanner(Array(identifier.utf8)[...])
    do { return try scanner.label() } catch { throw .malformedIdentifier(error) }
  }

  /// The identifiers after these in the series `label`, or `start` where another series was running.
  private func nextIdentifiers(
    label: [PrereleaseIdentifier], start: [PrereleaseIdentifier]
  ) -> [PrereleaseIdentifier] {
    guard !label.isEmpty else { return countedUp ?? prerelease + start }
    let counter = prerelease.dropFirst(label.count).first?.number
    guard prerelease.starts(with: label), counter != nil else { return start }
    return countedUp ?? start
  }

  /// The identifiers with the rightmost number raised; `nil` without a number.
  private var countedUp: [PrereleaseIdentifier]? {
    guard let index = prerelease.lastIndex(where: { $0.number != nil }) else { return nil }
    var identifiers = prerelease
    identifiers[index] =
      identifiers[index].number.map { PrereleaseIdentifier($0.successor) } ?? identifiers[index]
    return identifiers
  }
}
