package import Effects
package import ReleaseManifests
package import ReleaseSigning

/// Why a target could not do what it was asked.
package enum TargetError: Error, Hashable {
  /// The release has no files, so there is nothing to put into a folder.
  case nothingToDeploy
  /// The release's files are needed, and no folder was named that holds them.
  case artifactsNeeded
  /// A file of the release is not in the folder.
  case artifactMissing(ArtifactPath, folder: String)
  /// A file has other bytes than the manifest says.
  case artifactMismatch(ArtifactPath, expected: Digest, found: Digest)
  /// A file is a program and was not signed as one, or the other way round.
  case artifactMode(ArtifactPath, isProgram: Bool)
  /// An archive could not be unpacked.
  case unpack(ArtifactPath, program: String, message: String)
  /// An archive holds a link that leads out of the release.
  case linkEscapes(String, target: String)
  /// Something stands in the target's place that this program did not put there.
  case foreign(path: String)
  /// The restart command failed.
  case restart(command: [String], message: String)
  /// A program could not be started.
  case program(SubprocessError)
  /// A file could not be read or written.
  case file(FileError)
}
