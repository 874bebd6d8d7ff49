/// Why there is no next prerelease.
package enum PrereleaseError: Error, Hashable, Sendable {
  /// The identifier of the series is not one of SemVer; the offset inside counts from its start.
  case malformedIdentifier(VersionError)
  /// Neither the version nor the request has a number, so the next prerelease would be this one or have no name.
  case nothingToCount
}
