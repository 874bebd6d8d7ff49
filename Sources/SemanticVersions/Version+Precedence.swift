extension Version: Comparable {
  /// Orders by precedence (SemVer 2.0.0, item 11) and, between equals, by build metadata.
  ///
  /// SemVer leaves versions that differ only in build metadata unordered. `Comparable` may not: `==` tells them
  /// apart, so one has to come first, or sorting would depend on the order of the input.
  package static func < (left: Version, right: Version) -> Bool {
    if left.precedes(right) { return true }
    if right.precedes(left) { return false }
    return left.build.lexicographicallyPrecedes(right.build) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns whether SemVer ranks the two versions alike: whether they differ in nothing but build metadata.
  package func hasSamePrecedence(as other: Version) -> Bool {
    core == other.core && prerelease == other.prerelease
  }

  /// Returns whether SemVer ranks this version below the other.
  private func precedes(_ other: Version) -> Bool {
    let (own, others) = ([major, minor, patch], [other.major, other.minor, other.patch])
    guard own == others else { return own.lexicographicallyPrecedes(others) }
    guard isPrerelease, other.isPrerelease else { return isPrerelease && !other.isPrerelease }
    return prerelease.lexicographicallyPrecedes(other.prerelease)
  }
}
