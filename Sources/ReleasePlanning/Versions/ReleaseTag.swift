package import SemanticVersions

/// A tag that names a release.
package struct ReleaseTag: Hashable, Sendable {
  /// The tag's name.
  package let name: String
  /// The version in it.
  package let version: Version
  /// The commit that it leads to.
  package let commit: CommitName

  /// Reads a tag by a pattern; nil when it does not fit.
  ///
  /// - Parameters:
  ///   - name: the bytes of the tag's name.
  ///   - commit: the digits of the name of the commit that it leads to.
  package init?(_ name: ArraySlice<UInt8>, commit: ArraySlice<UInt8>, pattern: TagPattern) {
    guard let version = pattern.version(of: name), let commit = CommitName(commit) else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    self.version = version
    self.commit = commit
  }

  /// Reads a tag by a pattern; nil when it does not fit.
  package init?(_ name: String, commit: String, pattern: TagPattern) {
    self.init(Array(name.utf8)[...], commit: Array(commit.utf8)[...], pattern: pattern)
  }

  /// Returns whether it is a prerelease of a channel: `1.5.0-next.2` of `next`.
  func isPrerelease(of identifier: String) -> Bool {
    version.isPrerelease && version.channelIdentifier.utf8.elementsEqual(identifier.utf8)
  }
}

extension Version {
  /// The channel of a prerelease: what stands before its number.
  var channelIdentifier: String {
    let label = prerelease.last?.number == nil ? prerelease[...] : prerelease.dropLast()
    return label.map(\.text).joined(separator: ".")
  }
}
