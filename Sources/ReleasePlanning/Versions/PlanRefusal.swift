package import SemanticVersions

/// Why no version can be named: guessing would be worse.
package enum PlanRefusal: Error, Hashable, Sendable {
  /// History ends before the last release: a shallow clone.
  case shallowHistory
  /// The remote has releases of these commits, and their tags are not here.
  case missingTags(remote: String, [String])
  /// The version exists already, under a tag that this commit cannot reach.
  case tagExists(String, commit: CommitName)
  /// The version exists already on the remote, under a tag that is not here.
  case tagOnRemote(String, remote: String)
  /// The tag of the last release names another commit on the remote.
  case tagDiffers(String, here: CommitName, there: CommitName, remote: String)
  /// Several tags that differ in nothing but build metadata could be the last release.
  case ambiguousTags([String])
  /// No tag has the form of a release tag, and others hold versions in another form.
  case otherTagForm(String, found: String, count: Int)
  /// The head stands on no branch, so that what is released from it is not known.
  case detachedHead
  /// The version that was asked for is not above the current one.
  case notAbove(asked: Version, current: Version)
  /// A footer `Release-As` holds no version.
  case footerUnreadable(String, commit: CommitName)
  /// A tag that was named as the base is no release tag.
  case unknownBase(String)
  /// The channel's identifier cannot stand in a version.
  case channelIdentifier(String)
  /// The commits ask for a version that the branch may not release: its line is another, or other branches have gone
  /// on from there; with the line of a maintenance branch.
  case outsideLine(Version, line: String?, window: VersionWindow)
}
