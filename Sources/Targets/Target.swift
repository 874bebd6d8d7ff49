package import ReleaseManifests
package import ReleaseSigning
package import Rollouts

/// Where the releases of an environment run.
///
/// Applying is idempotent, and nothing that was not verified can be applied.
package protocol Target: Sendable {
  /// Returns what runs; nil when nothing of ours does.
  ///
  /// - Throws: `TargetError.foreign` when something runs that this program did not put there.
  func running() throws(TargetError) -> RunningRelease?

  /// Makes the target hold a release, ready to run; nothing that runs is touched.
  ///
  /// - Parameters:
  ///   - artifacts: the folder that holds the release's files; not needed when the target holds the release as the
  ///     ledger knows it.
  ///   - inventory: what the ledger knows of the release on this target; nil: nothing.
  /// - Returns: what the ledger is to remember: a digest of every file as it was put there.
  func prepare(
    _ release: VerifiedManifest, from artifacts: String?, inventory: Digest?
  ) throws(TargetError) -> Digest

  /// Makes a release run that was prepared.
  func apply(_ release: VerifiedManifest) throws(TargetError)

  /// Stops what runs, so that nothing does: the way back from a first deployment.
  func clear() throws(TargetError)

  /// Returns whether the target holds a release file by file as the ledger knows it, so that it can be brought back
  /// without its files.
  func holds(_ release: ReleaseReference, inventory: Digest?) throws(TargetError) -> Bool

  /// Removes the releases that are held and not named here.
  func retain(only releases: [ReleaseReference]) throws(TargetError)

  /// What `apply` does, for people, in order.
  func plan(for release: ReleaseReference) -> [String]
}
