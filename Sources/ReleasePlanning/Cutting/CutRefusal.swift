package import VersionFiles

/// Why no release is cut: nothing was touched.
package enum CutRefusal: Error, Hashable, Sendable {
  /// There is no work tree.
  case bareRepository
  /// Tracked files differ from the head.
  case dirtyTree([String])
  /// The head stands on no branch.
  case detachedHead
  /// The configuration has channels, and none for this branch.
  case branchNotAllowed(String, allowed: [String])
  /// A file that would be written is there and not tracked.
  case untrackedInTheWay(String)
  /// A changelog is no text in UTF-8 or another encoding that holds ASCII as it is.
  case notText(String)
  /// What would be changed is a link, a folder or another repository.
  case notAFile(String)
  /// A file cannot take the version.
  case versionFile(String, VersionFileProblem)
  /// The template makes a text that has no place in CHANGELOG.md.
  case sectionWithoutHeading(template: String)
  /// The branch on the remote has commits that are not here.
  case remoteAhead(branch: String, remote: String)
  /// There is no remote to push to.
  case noRemote(String)
  /// There is no key to sign with.
  case noKey
  /// The tag is sealed with another manifest.
  case sealedOtherwise(tag: String, recorded: String, drafted: String)
  /// The tag is no release tag of the project, or of the component.
  case notAReleaseTag(String, pattern: String)
}

/// Why a file cannot take the version.
package enum VersionFileProblem: Error, Hashable, Sendable {
  /// The release's commit has no such file.
  case notTracked
  /// Where the version stands cannot be told, or it cannot stand there.
  case text(VersionFileError)
}
