extension Version: Comparable {
  /// Orders by precedence (SemVer 2.0.0, item 11) and, between equals, by build metadata.
  ///
  /// SemVer leaves versions that differ only in build metadata unordered. `Comparable` may not: `==` tells them
  /// apart, so one has to come first, or sorting would depend on the order of the input.
  package static func < (left: Version, right: Version) -> Bool {
    if left.major != right.major { return left.major < right.major }
    if left.minor != right.minor { return left.minor < right.minor }
    if left.patch != right.patch { return left.patch < right.patch }
    if left.prerelease != right.prerelease { return left.isPrerelease(before: right) }
    return left.build.lexicographicallyPrecedes(right.build) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns whether SemVer ranks the two versions alike: whether they differ in nothing but build metadata.
  package func hasSamePrecedence(as other: Version) -> Bool {
    major == other.major && minor == other.minor && patch == other.patch && prerelease == other.prerelease
  }

  /// Whether SemVer ranks this version below another one with the same three numbers.
  private func isPrerelease(before other: Version) -> Bool {
    guard isPrerelease, other.isPrerelease else { return isPrerelease }
    return prerelease.lexicographicallyPrecedes(other.prerelease)
  }
}
